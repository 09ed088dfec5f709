/** Name of the setting that says when the platform was last started, ISO 8601. */
export const startSetting = 'startedAt'
