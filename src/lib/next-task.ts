/** Resolves in a later task, after input. A timer would be slowed down to one a second in a hidden tab. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      // An open port would keep Node running.
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
