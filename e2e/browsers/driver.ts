export interface Point {
  x: number
  y: number
}

/** Keys with a name; any other key is the character that it types. */
export const namedKeys = ['Control', 'Shift', 'Enter', 'Escape', 'Tab', 'ArrowDown'] as const

/** One browser window, as a person's hands and eyes have it. Each engine has an adapter of its own. */
export interface Driver {
  /** Where the browser saves files. */
  readonly files: string
  open: (url: string) => Promise<void>
  reload: () => Promise<void>
  back: () => Promise<void>
  /** Evaluates an expression in the page; resolves to its value, which must be JSON. */
  evaluate: (expression: string) => Promise<unknown>
  /** Clicks with the mouse, at a point of the viewport. */
  click: (at: Point) => Promise<void>
  /** Presses keys together, such as Control and k. */
  press: (...keys: string[]) => Promise<void>
  type: (text: string) => Promise<void>
  resize: (width: number, height: number) => Promise<void>
  /** A PNG of the viewport. */
  picture: () => Promise<Buffer>
  /** Errors that the browser itself reported: uncaught errors, refusals, failed requests. */
  readonly problems: readonly string[]
  close: () => Promise<void>
}

export interface LaunchOptions {
  /** The browser's program. */
  path: string
  /** A folder that lives as long as the browser. */
  folder: string
  /** Runs in each document before its own scripts, as far as the engine can. */
  pageScript: string
}
