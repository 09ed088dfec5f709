import { createHash } from 'node:crypto'
import { requestFields } from './authorization-request'

/** The dashboard's colours and measures: users go back and forth between the two. */
const styles = `
  :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
  body { display: grid; min-height: 100dvh; margin: 0; place-items: center; background: light-dark(#f6f7f9, #0d0f13); color: light-dark(#14171d, #e9ebef) }
  main { box-sizing: border-box; width: min(22rem, calc(100vw - 2rem)); padding: 1.5rem; border: 1px solid light-dark(#e1e4e9, #282d36); border-radius: 8px; background: light-dark(#ffffff, #13161b) }
  h1 { font-size: 1.25rem; line-height: 1.75rem; margin: 0 0 1.25rem }
  label { display: block; margin-bottom: 1rem; font-weight: 500 }
  input, button { box-sizing: border-box; width: 100%; min-height: 2.25rem; border: 1px solid light-dark(#7f8795, #6c7585); border-radius: 6px; font: inherit }
  input { margin-top: .25rem; padding: 0 .5rem; background: transparent; color: inherit }
  button { margin-top: .25rem; border-color: transparent; background: light-dark(#4450c8, #5b68e1); color: #ffffff; font-weight: 500; cursor: pointer }
  button:hover { background: light-dark(#3641ad, #4854c9) }
  :focus-visible { outline: 2px solid light-dark(#4450c8, #a3adff); outline-offset: 1px }
  [role=alert] { margin: 0 0 1rem; padding: .5rem .75rem; border: 1px solid light-dark(#f2b8b3, #6f302d); border-radius: 6px; background: light-dark(#fdecea, #361817); color: light-dark(#b3261e, #ff8b82) }
  @media (max-width: 767px) {
    main { padding: .5rem; border: 0; background: none }
    input, button { min-height: 2.75rem }
    input { font-size: 16px }
  }
`
const stylesHash = createHash('sha256').update(styles).digest('base64')

/** Headers of the page. A form may only be sent here, and from here only to the client's address. */
export function authorizationPageHeaders(redirectUri?: string): Record<string, string> {
  const formTargets = [
    "'self'",
    ...(redirectUri === undefined ? [] : [new URL(redirectUri).origin]),
  ]
  return {
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      `style-src 'sha256-${stylesHash}'`,
      "base-uri 'none'",
      `form-action ${formTargets.join(' ')}`,
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Otherwise the browser would send the form without its origin.
    'referrer-policy': 'same-origin',
  }
}

/** Returns the page on which a user signs in, after a failed attempt with the reason. */
export function signInPage(
  fields: ReadonlyMap<string, string>,
  { problem, username = '' }: { problem?: string; username?: string } = {},
): string {
  const kept = requestFields
    .map((name) => `<input type="hidden" name="${name}" value="${escape(fields.get(name) ?? '')}">`)
    .join('\n')
  return page(`
<h1>Sign in to Plantdeck</h1>
${problem === undefined ? '' : `<p role="alert">${escape(problem)}</p>`}
<form method="post">
${kept}
<label>Username <input name="username" value="${escape(username)}" autocomplete="username" autocapitalize="none" spellcheck="false" required autofocus></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button>Sign in</button>
</form>`)
}

/** Returns the page for a request that can't be answered. */
export function refusalPage(problem: string): string {
  return page(`
<h1>Sign-in is not possible</h1>
<p role="alert">${escape(problem)}</p>`)
}

function page(content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in</title>
<style>${styles}</style>
</head>
<body>
<main>${content}
</main>
</body>
</html>
`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)
}
