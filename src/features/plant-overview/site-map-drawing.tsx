import { useMemo } from 'react'
import atlasText from 'world-atlas/countries-50m.json?raw'
import { formatPosition } from '@/domain/plant/site-position'
import { type CountryTopology, outlineAround } from '@/lib/map-outline'

const size = { width: 560, height: 192, widthKm: 900 }
const scaleKm = 100
let atlas: CountryTopology | undefined

interface SiteMapDrawingProps {
  latitude: number
  longitude: number
}

/** Drawing of the map. Import it lazily: it includes the outlines of all countries. */
export function SiteMapDrawing({ latitude, longitude }: SiteMapDrawingProps) {
  const { countries, country, pxPerKm } = useMemo(() => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the atlas is part of the build
    atlas ??= JSON.parse(atlasText) as CountryTopology
    return outlineAround(atlas, { latitude, longitude }, size)
  }, [latitude, longitude])
  const place = `Map around ${formatPosition(latitude, longitude)}`
  const scalePx = scaleKm * pxPerKm
  return (
    <svg
      role="img"
      aria-label={country === undefined ? `${place}, at sea` : `${place}, in ${country}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      // Phones show less to the left and right at the same scale.
      preserveAspectRatio="xMidYMid slice"
      className="size-full"
    >
      {countries.map(({ name, path }) => (
        <path
          key={name}
          d={path}
          strokeWidth="0.75"
          className={`stroke-line-strong ${name === country ? 'fill-surface' : 'fill-canvas'}`}
        />
      ))}
      {countries.map(({ name, labelAt }) =>
        labelAt === undefined ? null : (
          <text
            key={name}
            x={labelAt[0]}
            y={labelAt[1]}
            textAnchor="middle"
            fontSize="11"
            className="fill-faint"
          >
            {name}
          </text>
        ),
      )}
      <circle
        cx={size.width / 2}
        cy={size.height / 2}
        r="5"
        strokeWidth="2"
        className="fill-accent stroke-surface"
      />
      <g transform={`translate(${size.width / 2 - 160} ${size.height - 10})`}>
        <path d={`M0-4V0H${scalePx}V-4`} fill="none" className="stroke-muted" />
        <text x={scalePx + 6} fontSize="11" className="fill-muted">
          {scaleKm} km
        </text>
      </g>
    </svg>
  )
}
