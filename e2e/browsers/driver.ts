export interface Point {
  x: number
  y: number
}

/** Names of keys that type no character. Any other key is named by its character. */
export const namedKeys = ['Control', 'Shift', 'Enter', 'Escape', 'Tab', 'ArrowDown'] as const

/** One browser window, controlled as a user would. Each engine has its own adapter. */
export interface Driver {
  /** Download folder of the browser. */
  readonly files: string
  open: (url: string) => Promise<void>
  reload: () => Promise<void>
  back: () => Promise<void>
  /** Evaluates an expression in the page; resolves to its value, which must be serializable as JSON. */
  evaluate: (expression: string) => Promise<unknown>
  /** Clicks at a point of the viewport. */
  click: (at: Point) => Promise<void>
  /** Presses keys together, such as Control and k. */
  press: (...keys: string[]) => Promise<void>
  type: (text: string) => Promise<void>
  resize: (width: number, height: number) => Promise<void>
  /** Takes a PNG screenshot of the viewport. */
  screenshot: () => Promise<Buffer>
  /** Errors that the browser itself reported: uncaught errors, blocked content, failed requests. */
  readonly problems: readonly string[]
  close: () => Promise<void>
}

export interface LaunchOptions {
  /** Executable of the browser. */
  path: string
  /** Temporary folder, which exists as long as the browser runs. */
  folder: string
  /** Script to run in each document, before its own scripts where the engine supports that. */
  pageScript: string
}
