import type { RunSetting, RunSettings } from './run-settings'
import { metaKeyOf } from '@/domain/plant/metadata-attribute'
import { countOf } from '@/lib/format-count'

interface SettingWords {
  label: string
  /** One sentence for the user. */
  description: string
}

/** Labels and explanations of the settings of a run, in the order in which they take effect. */
export const settingWords: Record<RunSetting, SettingWords> = {
  canary: { label: 'Plants first', description: 'The other plants wait until these are OK.' },
  bakeS: {
    label: 'Watch them for (s)',
    description: 'After this time, the first plants must still be connected, without new alerts.',
  },
  waveSize: {
    label: 'Plants in a wave',
    description: 'A wave starts after the one before is finished.',
  },
  concurrency: {
    label: 'At once',
    description: 'Requests that may be on their way at the same time.',
  },
  perMinute: { label: 'Per minute', description: 'Requests that are sent in a minute at most.' },
  answerS: {
    label: 'Answer within (s)',
    description: 'After this time, a plant counts as not answering.',
  },
  advancePercent: {
    label: 'Continue from (% OK)',
    description: 'The next wave starts if at least this share of the wave is OK.',
  },
  brakePercent: {
    label: 'Stop above (% failed)',
    description: 'The run stops when more than this share failed or has an unknown outcome.',
  },
}

/**
 * Describes the settings of a run in a line; without waves when the first plants are all it has. No line breaks between a
 * number and its unit.
 */
export function settingsLine(settings: RunSettings, plants = Infinity): string {
  const { canary, bakeS, waveSize, perMinute, advancePercent, brakePercent, limits } = settings
  const watched = bakeS === 0 ? '' : `, watched for ${bakeS}\u00a0s`
  const limited =
    limits.length === 0 ? '' : ` ${countOf(limits.length, 'limit')} on what is in flight.`
  if (plants <= canary)
    return `${countOf(plants, 'plant')}${watched}, ${perMinute} a minute.${limited}`
  return `${countOf(canary, 'plant')} first${watched}, then waves of ${waveSize}, ${perMinute} a minute. Continues from ${advancePercent}\u00a0% OK, stops above ${brakePercent}\u00a0% failed.${limited}`
}

/** Attributes that a run can limit, besides metadata keys. */
export const listedAttributes = ['organization', 'template', 'type', 'group'] as const

/** Returns the label of an attribute that a run can limit; metadata keys are named as they are. */
export function limitLabel(attribute: string): string {
  const key = metaKeyOf(attribute)
  return key === undefined ? attribute : `metadata “${key}”`
}
