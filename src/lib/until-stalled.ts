/**
 * Waits for work that reports its progress. Resolves to undefined when it reports none for `patienceMs`; what the work
 * itself returns or throws later is ignored.
 */
export function untilStalled<Result>(
  patienceMs: number,
  work: (onProgress: () => void) => Promise<Result>,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onProgress = () => {
      clearTimeout(timer)
      timer = setTimeout(() => resolve(undefined), patienceMs)
    }
    onProgress()
    void work(onProgress)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}
