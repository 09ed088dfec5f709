import { codePart } from '@/lib/code-part'
import { chartFrame } from '@/ui/chart-frame'

/** A chart of the page, loaded on demand. */
export const EnergyChart = chartFrame(
  codePart(() => import('./energy-charts')),
  'The numbers on this page are correct.',
)
