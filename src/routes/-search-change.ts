interface SearchNavigation<Search> {
  search: (current: Search) => Search
  replace: boolean
  resetScroll: false
}

/** Changes the search parameters of a page where it is, replacing the history entry or adding one. */
export function searchChange<Search>(navigate: (to: SearchNavigation<Search>) => unknown) {
  return (change: Partial<Search>, isReplacing = false) =>
    void navigate({
      search: (current) => ({ ...current, ...change }),
      replace: isReplacing,
      resetScroll: false,
    })
}
