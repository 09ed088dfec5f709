/** Hint at an edit field whose value is unreadable: no one can know what would be replaced. */
export const kept = 'Unreadable: the server’s value can’t be shown, so saving leaves it as it is.'
