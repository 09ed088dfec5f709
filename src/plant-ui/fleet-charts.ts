// The charts of the fleet, in one chunk with recharts, which loads last.
export { ExpiryChart } from './expiry-chart'
export { ShareChart } from './share-chart'
