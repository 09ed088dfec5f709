import * as z from 'zod/mini'

/** Bounds and defaults of the settings of a run. */
export const runSettingRanges = {
  canary: { min: 1, max: 3, value: 1 },
  waveSize: { min: 1, max: 1000, value: 25 },
  concurrency: { min: 1, max: 16, value: 4 },
  perMinute: { min: 1, max: 600, value: 60 },
  advancePercent: { min: 0, max: 100, value: 90 },
  brakePercent: { min: 0, max: 100, value: 20 },
  bakeS: { min: 0, max: 3600, value: 30 },
  answerS: { min: 5, max: 3600, value: 60 },
} as const

/** Name of a numeric setting of a run. */
export type RunSetting = keyof typeof runSettingRanges

const setting = (name: RunSetting) =>
  z.int().check(z.minimum(runSettingRanges[name].min), z.maximum(runSettingRanges[name].max))

/** A limit on what is in flight: at most `percent` of the plants that share a value of the attribute, and at least one. */
const runLimitSchema = z.strictObject({
  /** `organization`, `template`, `type`, `group`, or `meta.` with a top-level key of the metadata. */
  attribute: z.string().check(z.minLength(1)),
  percent: z.int().check(z.minimum(1), z.maximum(100)),
})
export type RunLimit = z.infer<typeof runLimitSchema>

/**
 * Settings of a run: `canary` plants first, then waves of `waveSize`; at most `concurrency` requests at once and
 * `perMinute` sent. The next wave starts if `advancePercent` of the one before answered OK; the run halts when more than
 * `brakePercent` failed or have no known outcome. `bakeS` is how long the canary plants are watched, `answerS` how long an
 * answer is awaited, both in seconds.
 */
export const runSettingsSchema = z.strictObject({
  canary: setting('canary'),
  waveSize: setting('waveSize'),
  concurrency: setting('concurrency'),
  perMinute: setting('perMinute'),
  advancePercent: setting('advancePercent'),
  brakePercent: setting('brakePercent'),
  bakeS: setting('bakeS'),
  answerS: setting('answerS'),
  limits: z.array(runLimitSchema),
})
export type RunSettings = z.infer<typeof runSettingsSchema>

/** The settings that a new run begins with. */
export const defaultRunSettings: RunSettings = {
  canary: runSettingRanges.canary.value,
  waveSize: runSettingRanges.waveSize.value,
  concurrency: runSettingRanges.concurrency.value,
  perMinute: runSettingRanges.perMinute.value,
  advancePercent: runSettingRanges.advancePercent.value,
  brakePercent: runSettingRanges.brakePercent.value,
  bakeS: runSettingRanges.bakeS.value,
  answerS: runSettingRanges.answerS.value,
  limits: [],
}
