/** Steps with commands for a shell. The page replaces `{origin}` by its own address. */
const steps = [
  {
    title: 'With a username and a password',
    text: 'The demo users are superadmin, admin, operator and support, on this machine only. The response has an access_token, valid for 10 minutes, and a refresh_token.',
    commands: [
      `curl -s {origin}/oauth2/v1/token -d grant_type=password -d client_id=plantdeck \\
  --data-urlencode username=admin --data-urlencode password=plantdeck-demo`,
    ],
  },
  {
    title: 'With API credentials',
    text: 'An administrator generates the four pieces on a user’s page in Manage accounts. What is done with them counts as done by that user.',
    commands: [
      `curl -s {origin}/oauth2/v1/token -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=password \\
  --data-urlencode "username=$CLIENT_USERNAME" --data-urlencode "password=$CLIENT_PASSWORD"`,
    ],
  },
  {
    title: 'By redirect, without giving a program your password',
    text: 'Open the printed address in a browser and sign in. The browser then goes to an address on port 4499, where nothing needs to listen: set CODE to its code parameter within a minute, and send the last command from the same shell.',
    commands: [
      `VERIFIER=$(openssl rand -hex 32)
CHALLENGE=$(printf %s "$VERIFIER" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')
REDIRECT=http://localhost:4499/sign-in
echo "{origin}/oauth2/v1/authorize?response_type=code&client_id=plantdeck&redirect_uri=$REDIRECT&state=$(openssl rand -hex 8)&code_challenge=$CHALLENGE&code_challenge_method=S256"`,
      `curl -s {origin}/oauth2/v1/token -d grant_type=authorization_code -d client_id=plantdeck \\
  -d "redirect_uri=$REDIRECT" -d "code_verifier=$VERIFIER" --data-urlencode "code=$CODE"`,
    ],
  },
  {
    title: 'Use the token, and renew it',
    text: 'Each refresh token works once: the response has the next one. A super-admin adds -H "x-org-id: …" for another organization.',
    commands: [
      `curl -s "{origin}/api/v1/plants?limit=5" -H "Authorization: Bearer $ACCESS_TOKEN"`,
      `curl -s {origin}/oauth2/v1/token -d grant_type=refresh_token -d client_id=plantdeck \\
  -d "refresh_token=$REFRESH_TOKEN"`,
    ],
  },
]

/** Page of the API reference: how to get a token, and Swagger UI below it. */
export const referencePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Plants API reference</title>
<link rel="icon" href="favicon-32x32.png">
<link rel="stylesheet" href="swagger-ui.css">
<link rel="stylesheet" href="reference.css">
</head>
<body>
<main class="token">
<h1>Get a token</h1>
<p>Every call needs one. To try calls on this page, use <em>Authorize</em> below with a username and a password: the
token is kept in this page only, and is gone when you close or reload it.</p>
${steps.map(sectionOf).join('\n')}
</main>
<div id="reference"></div>
<script src="swagger-ui-bundle.js"></script>
<script src="start.js"></script>
</body>
</html>
`

function sectionOf({ title, text, commands }: (typeof steps)[number]): string {
  const blocks = commands.map(
    (command) =>
      `<div class="command"><pre tabindex="0">${escape(command)}</pre><button type="button">Copy</button></div>`,
  )
  return `<details><summary>${title}</summary><p>${escape(text)}</p>${blocks.join('')}</details>`
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}

export const referenceStyles = `
.token { max-width: 1460px; margin: 0 auto; padding: 20px; font: 14px/1.5 system-ui, sans-serif; color: #23262b }
.token h1 { margin: 0; font-size: 1.5rem }
.token p { max-width: 80ch; margin: 8px 0 }
.token details { border-top: 1px solid #8886 }
.token summary { padding: 10px 0; cursor: pointer; font-weight: 600 }
.token .command { display: flex; align-items: start; gap: 8px; margin: 0 0 12px }
.token pre { flex: 1; min-width: 0; margin: 0; padding: 10px; overflow-x: auto; background: #8882; font: 12px/1.5 ui-monospace, monospace }
.token button { min-height: 32px; padding: 0 12px; font: inherit }
.dark-mode .token { color: #e4e6e6 }
@media (max-width: 767px) { .token .command { flex-direction: column; align-items: stretch } .token button { min-height: 44px } }
`

/**
 * Starts the page: fills in its address, follows the dashboard's theme or the system's, and gives Swagger UI absolute
 * addresses, because it resolves those of the token endpoint against the page.
 */
export const referenceScript = `
const documentUrl = new URL('../openapi.json', location.href)
const origin = new URL('.', documentUrl).href.replace(/\\/$/, '')

for (const block of document.querySelectorAll('.command')) {
  const [pre, button] = block.children
  pre.textContent = pre.textContent.replaceAll('{origin}', origin)
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(pre.textContent)
      button.textContent = 'Copied'
    } catch {
      getSelection().selectAllChildren(pre)
      button.textContent = 'Press Ctrl+C'
    }
  })
}

const dark = matchMedia('(prefers-color-scheme: dark)')
function followTheme() {
  let theme = null
  try { theme = localStorage.getItem('plantdeck.preference.theme') } catch {}
  const isDark = theme === 'dark' || (theme !== 'light' && dark.matches)
  document.documentElement.classList.toggle('dark-mode', isDark)
}
dark.addEventListener('change', followTheme)
addEventListener('storage', followTheme)
followTheme()

fetch(documentUrl).then(async (response) => {
  const spec = await response.json()
  const absolute = (url) => new URL(url, documentUrl).href
  for (const server of spec.servers) server.url = absolute(server.url)
  for (const flow of Object.values(spec.components.securitySchemes.password.flows)) {
    flow.tokenUrl = absolute(flow.tokenUrl)
    flow.refreshUrl = absolute(flow.refreshUrl)
  }
  const ui = SwaggerUIBundle({
    spec,
    dom_id: '#reference',
    deepLinking: true,
    tryItOutEnabled: false,
    persistAuthorization: false,
    validatorUrl: null,
  })
  ui.initOAuth({ clientId: 'plantdeck' })
})
`
