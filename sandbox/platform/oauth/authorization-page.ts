import { createHash } from 'node:crypto'
import { requestFields } from './authorization-request'

const styles = `
  :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
  body { display: grid; min-height: 100vh; margin: 0; place-items: center }
  main { width: min(20rem, calc(100vw - 2rem)) }
  h1 { font-size: 1.25rem; margin: 0 0 1rem }
  label { display: block; margin-bottom: 1rem }
  input { box-sizing: border-box; width: 100%; min-height: 2.75rem; margin-top: .25rem; padding: 0 .5rem; font: inherit }
  button { width: 100%; min-height: 2.75rem; font: inherit; font-weight: 600 }
  [role=alert] { border-left: 3px solid; margin: 0 0 1rem; padding-left: .75rem }
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
