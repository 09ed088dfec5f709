import type { TownList } from './town'

export const slovakTowns: TownList = [
  ['Bratislava-Petržalka', 48.113, 17.111, 'slovakia'],
  ['Trnava', 48.3774, 17.5872, 'slovakia'],
  ['Nitra', 48.3069, 18.0864, 'slovakia'],
  ['Žilina', 49.2231, 18.7394, 'slovakia'],
  ['Košice', 48.7164, 21.2611, 'slovakia'],
  ['Prešov', 48.9984, 21.2339, 'slovakia'],
  ['Poprad', 49.055, 20.298, 'slovakia'],
  ['Banská Bystrica', 48.7363, 19.1462, 'slovakia'],
  ['Trenčín', 48.8945, 18.0444, 'slovakia'],
  ['Senica', 48.679, 17.3667, 'slovakia'],
  ['Dunajská Streda', 47.9926, 17.619, 'slovakia'],
  ['Liptovský Mikuláš', 49.0811, 19.6181, 'slovakia'],
  ['Michalovce', 48.7543, 21.9195, 'slovakia'],
  ['Skalica', 48.8449, 17.2263, 'slovakia'],
]

/** Towns in Silesia and Lesser Poland. */
export const polishTowns: TownList = [
  ['Wrocław', 51.1079, 17.0385, 'poland'],
  ['Opole', 50.6751, 17.9213, 'poland'],
  ['Katowice', 50.2649, 19.0238, 'poland'],
  ['Gliwice', 50.2945, 18.6714, 'poland'],
  ['Racibórz', 50.0919, 18.2193, 'poland'],
  ['Bielsko-Biała', 49.8224, 19.0444, 'poland'],
  ['Kłodzko', 50.4346, 16.6614, 'poland'],
  ['Wałbrzych', 50.7714, 16.2843, 'poland'],
  ['Nysa', 50.4738, 17.3328, 'poland'],
  ['Jelenia Góra', 50.9044, 15.7194, 'poland'],
  ['Zgorzelec', 51.1494, 15.0084, 'poland'],
  ['Świdnica', 50.8498, 16.4757, 'poland'],
  ['Cieszyn', 49.7497, 18.6355, 'poland'],
  ['Kraków-Nowa Huta', 50.0717, 20.0373, 'poland'],
]

/** Towns in Saxony and Bavaria. */
export const germanTowns: TownList = [
  ['Görlitz', 51.1526, 14.9885, 'saxony'],
  ['Bautzen', 51.1814, 14.424, 'saxony'],
  ['Zittau', 50.8962, 14.8071, 'saxony'],
  ['Dresden', 51.0504, 13.7373, 'saxony'],
  ['Pirna', 50.9579, 13.9371, 'saxony'],
  ['Chemnitz', 50.8278, 12.9214, 'saxony'],
  ['Zwickau', 50.7189, 12.4939, 'saxony'],
  ['Plauen', 50.4973, 12.1378, 'saxony'],
  ['Hoyerswerda', 51.4379, 14.2355, 'saxony'],
  ['Freiberg', 50.9119, 13.3428, 'saxony'],
  ['Hof', 50.3135, 11.9128, 'bavaria'],
  ['Weiden in der Oberpfalz', 49.6768, 12.1561, 'bavaria'],
  ['Regensburg', 49.0134, 12.1016, 'bavaria'],
  ['Passau', 48.5667, 13.4319, 'bavaria'],
  ['Cham', 49.218, 12.663, 'bavaria'],
  ['Deggendorf', 48.8409, 12.9607, 'bavaria'],
  ['Amberg', 49.4454, 11.8583, 'bavaria'],
  ['Marktredwitz', 50.0021, 12.0872, 'bavaria'],
  ['Straubing', 48.8816, 12.5739, 'bavaria'],
  ['Furth im Wald', 49.3106, 12.8436, 'bavaria'],
]

/** Towns in Lower and Upper Austria and Vienna. */
export const austrianTowns: TownList = [
  ['Linz', 48.3069, 14.2858, 'austria'],
  ['Wien-Liesing', 48.143, 16.293, 'austria'],
  ['St. Pölten', 48.2047, 15.6256, 'austria'],
  ['Krems an der Donau', 48.4102, 15.6003, 'austria'],
  ['Horn', 48.663, 15.6575, 'austria'],
  ['Freistadt', 48.511, 14.506, 'austria'],
  ['Gmünd', 48.769, 14.985, 'austria'],
  ['Mistelbach', 48.57, 16.573, 'austria'],
  ['Zwettl', 48.606, 15.168, 'austria'],
  ['Hollabrunn', 48.562, 16.079, 'austria'],
  ['Wels', 48.1575, 14.0289, 'austria'],
  ['Retz', 48.757, 15.956, 'austria'],
  ['Laa an der Thaya', 48.7206, 16.383, 'austria'],
]
