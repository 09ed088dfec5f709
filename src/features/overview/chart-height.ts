/** Height of the charts of the overview, which stand beside each other. */
export const chartHeightRem = 10
