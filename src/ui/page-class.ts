/** Gutters of a page with a list or a form. */
export const pageClass = 'flex flex-col gap-3 p-4'

/** Gutters of a page about one plant or account: it begins at the same edge as a list, but its lines stay readable. */
export const recordPageClass = 'flex max-w-6xl flex-col gap-4 p-4'
