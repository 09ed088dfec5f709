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

/** Returns the requests with which a program starts (RFC 6749, 4.3 and 6), as commands for curl. */
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
      line: grant(
        '-d grant_type=password',
        `--data-urlencode ${quoted(`username=${clientUsername}`)}`,
        '--data-urlencode "password=$CLIENT_PASSWORD"',
      ),
    },
    {
      label: 'Refresh request',
      line: grant('-d grant_type=refresh_token', '--data-urlencode "refresh_token=$REFRESH_TOKEN"'),
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
  ]
}

const secretVariables = ['CLIENT_PASSWORD', 'CLIENT_ID', 'CLIENT_SECRET']

const ask = (variable: string) => `printf '\\n${variable}: '; read -r ${variable}`
