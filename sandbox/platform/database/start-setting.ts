/** Name of the setting with the time at which the platform was last started, ISO 8601. */
export const startSetting = 'startedAt'
