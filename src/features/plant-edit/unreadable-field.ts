/** Hint at an edit field whose value is unreadable; it is never saved, because it is unknown what would be replaced. */
export const kept = 'Unreadable: the server’s value can’t be shown, so saving leaves it as it is.'
