/** Hint at a field of the edit form whose current value can't be read. Saving never sends such a field. */
export const kept = 'Unreadable: the server’s value can’t be shown, so saving leaves it as it is.'
