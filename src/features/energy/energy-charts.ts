// Everything that needs recharts, in one chunk: it is the heaviest library of the page and loads last.
export { DayBars } from './day-bars'
export { DayCurve } from './day-curve'
export { DaySankey } from './day-sankey'
