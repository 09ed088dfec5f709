import { quoted } from '@/lib/shell-word'

interface TokenCommand {
  label: string
  /** Lines of a POSIX shell, without a secret: those are read from variables. */
  line: string
}

interface Endpoints {
  tokenUrl: string
  apiBaseUrl: string
  /** Sent as `x-org-id`, like the dashboard does. */
  organizationId: string | undefined
}

/**
 * Returns the requests with which a program starts (RFC 6749, 4.3 and 6), as commands for curl in the order in which they run:
 * each sets the shell variables that a later one uses.
 */
export function tokenCommands(
  { tokenUrl, apiBaseUrl, organizationId }: Endpoints,
  clientUsername: string,
): TokenCommand[] {
  const client = '-u "$CLIENT_ID:$CLIENT_SECRET"'
  const grant = (...form: string[]) => ['curl -sS', client, ...form, quoted(tokenUrl)].join(' ')
  const organization = organizationId ? [`-H ${quoted(`x-org-id: ${organizationId}`)}`] : []
  return [
    {
      label: 'Enter the secrets',
      // Nothing appears on the screen. One line, because `read` would take the next line of a pasted text.
      line: ['stty -echo', ...secretVariables.map(ask), 'stty echo'].join('; '),
    },
    {
      label: 'Token request',
      // Tokens of earlier credentials would answer for these.
      line: `unset ACCESS_TOKEN REFRESH_TOKEN; ${keepTokens(
        grant(
          '-d grant_type=password',
          `--data-urlencode ${quoted(`username=${clientUsername}`)}`,
          '--data-urlencode "password=$CLIENT_PASSWORD"',
        ),
      )}`,
    },
    {
      label: 'First call',
      line: [
        'curl -sS',
        '-H "Authorization: Bearer $ACCESS_TOKEN"',
        ...organization,
        quoted(`${apiBaseUrl}/plants?limit=1`),
      ].join(' '),
    },
    {
      label: 'Refresh request',
      line: keepTokens(
        grant('-d grant_type=refresh_token', '--data-urlencode "refresh_token=$REFRESH_TOKEN"'),
      ),
    },
  ]
}

const secretVariables = ['CLIENT_PASSWORD', 'CLIENT_ID', 'CLIENT_SECRET']

const ask = (variable: string) => `printf '\\n${variable}: '; read -r ${variable}`

/** Puts the tokens of a response into variables, without a program that reads JSON, and shows only a refusal. */
function keepTokens(request: string): string {
  return [
    `RESPONSE=$(${request})`,
    keepToken('ACCESS_TOKEN', 'access_token'),
    // A refresh may be answered without a new refresh token; then the earlier one stays valid (RFC 6749, 6).
    keepToken('REFRESH_TOKEN', 'refresh_token'),
    `case "$RESPONSE" in *'"access_token"'*) echo 'Tokens set.';; *) printf '%s\\n' "$RESPONSE";; esac`,
  ].join('; ')
}

const keepToken = (variable: string, member: string) =>
  `NEW=$(printf '%s' "$RESPONSE" | sed -n 's/.*"${member}" *: *"\\([^"]*\\)".*/\\1/p'); ${variable}=\${NEW:-$${variable}}`
