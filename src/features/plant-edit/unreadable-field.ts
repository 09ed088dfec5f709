/** Said at a field of the edit form whose value is unreadable: nobody can know what would be replaced. */
export const kept = 'Unreadable: the server’s value can’t be shown, so saving leaves it as it is.'
