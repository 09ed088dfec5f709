// Ticks in a thread of its own: browsers slow the timers of a hidden page down to one a minute.
addEventListener('message', ({ data }: MessageEvent<number>) => {
  setInterval(() => postMessage(null), data)
})
