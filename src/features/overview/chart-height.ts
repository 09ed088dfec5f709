/** Height of the charts of the overview, which are side by side. */
export const chartHeightRem = 10
