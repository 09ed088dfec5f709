/** Explains why a form's changes were not sent. */
export const changedMeanwhile =
  'This plant was changed while this form was open, by another user or in another tab.'
