import { geoAzimuthalEqualArea, geoContains, geoPath } from 'd3-geo'
import type { Geometry, MultiPolygon, Position } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** Borders as TopoJSON, in the form of the `world-atlas` package. */
export type CountryTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>

interface CountryOutline {
  name: string
  path: string
  labelAt: [x: number, y: number] | undefined
}

interface MapOutline {
  countries: CountryOutline[]
  /** The country that contains the point according to the outlines; undefined at sea. */
  country: string | undefined
  pxPerKm: number
}

const earthRadiusKm = 6371
const minLabelledPx2 = 2_500

/** Draws the countries around a point (WGS 84 degrees) in a picture that is `widthKm` wide. */
export function outlineAround(
  topology: CountryTopology,
  at: { latitude: number; longitude: number },
  size: { width: number; height: number; widthKm: number },
): MapOutline {
  const { width, height, widthKm } = size
  const pxPerKm = width / widthKm
  const projection = geoAzimuthalEqualArea()
    .rotate([-at.longitude, -at.latitude])
    .translate([width / 2, height / 2])
    .scale(pxPerKm * earthRadiusKm)
    .precision(0.5)
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ])
  const draw = geoPath(projection).digits(1)
  const isNear = nearness(at, widthKm)
  const countries: CountryOutline[] = []
  let country: string | undefined
  for (const { geometry, properties } of feature(topology, topology.objects.countries).features) {
    const near = nearPolygons(geometry, isNear)
    if (!near) continue
    if (geoContains(near, [at.longitude, at.latitude])) country = properties.name
    const path = draw(near)
    if (!path) continue
    const labelAt = draw.area(near) < minLabelledPx2 ? undefined : draw.centroid(near)
    countries.push({ name: properties.name, path, labelAt })
  }
  return { countries, country, pxPerKm }
}

/** Projecting the whole world would cost ten times as much as the visible part. */
function nearPolygons(
  geometry: Geometry,
  isNear: (ring: Position[]) => boolean,
): MultiPolygon | undefined {
  const polygons = polygonsOf(geometry)
  const coordinates = polygons.filter(([outer]) => outer !== undefined && isNear(outer))
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : undefined
}

function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : []
}

/** Returns a test for rings whose bounding box is near the point; boxes may cross the date line. */
function nearness(at: { latitude: number; longitude: number }, widthKm: number) {
  // The picture shows half its width on each side, and a box on a globe bulges a little.
  const reach = ((widthKm * 0.6) / earthRadiusKm) * (180 / Math.PI)
  const isPolar = 90 - Math.abs(at.latitude) < 2 * reach
  const lonReach = (1.3 * reach) / Math.cos((at.latitude * Math.PI) / 180)
  return (ring: Position[]): boolean => {
    if (isPolar) return true
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
    for (const [lon = 0, lat = 0] of ring) {
      if (lon < west) west = lon
      if (lon > east) east = lon
      if (lat < south) south = lat
      if (lat > north) north = lat
    }
    if (at.latitude < south - reach || at.latitude > north + reach) return false
    return [-360, 0, 360].some(
      (turn) => at.longitude + turn >= west - lonReach && at.longitude + turn <= east + lonReach,
    )
  }
}
