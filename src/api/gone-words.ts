/** Words for a plant that is not there: a 404 doesn't say why. */
export const goneWords = {
  title: 'Plant not found',
  detail: 'It was deleted, belongs to another organization, or never existed.',
  /** For a plant that was there before. */
  sinceSeen: 'The plant is no longer available here. It was moved or deleted.',
  evidence: 'the plant is gone',
} as const
