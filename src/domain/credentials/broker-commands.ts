import { credentialOf } from './auth-methods'
import { credentialFiles, packageUsername } from './provisioning-package'
import type { ProvisioningPackage } from '@/api/provisioning'
import { quoted } from '@/lib/shell-word'

interface BrokerCommand {
  label: string
  line: string
}

/** Placeholders for values that the package does not specify. */
const placeholders = { host: 'BROKER_HOST', topic: 'TOPIC', user: 'USERNAME' }

/** Returns commands for mosquitto's clients, run in the folder with the package's files. They contain no secret. */
export function brokerCommands(issued: ProvisioningPackage): BrokerCommand[] {
  const { telemetry, commands, status } = issued.mqtt.topics ?? {}
  const connection = connectionFlags(issued)
  const report = JSON.stringify({ ts: 0, values: {} }).replace('0', '$(date +%s000)')
  const state = JSON.stringify({ ts: 0, state: 'online' }).replace('0', '$(date +%s000)')
  const publish = (topic: string | null | undefined, message: string) =>
    ['mosquitto_pub', ...connection, '-q 1', topicFlag(topic), `-m ${expanding(message)}`].join(' ')
  return [
    { label: 'Report that it is online', line: publish(status, state) },
    { label: 'Report telemetry', line: publish(telemetry, report) },
    {
      label: 'Listen for commands',
      line: ['mosquitto_sub', ...connection, '-q 1', topicFlag(commands), '-v'].join(' '),
    },
  ]
}

/** Lists the values that the package does not specify; the commands have placeholders in capitals for them. */
export function missingForCommands(issued: ProvisioningPackage): string[] {
  const { broker, topics } = issued.mqtt
  const isComplete = topics?.telemetry && topics.commands && topics.status
  return [broker ? '' : 'the broker', isComplete ? '' : 'all topics'].filter(Boolean)
}

function connectionFlags(issued: ProvisioningPackage): string[] {
  const { security, protocol } = issued
  const { host, port } = addressOf(issued)
  const clientId = textMember(protocol, 'clientId') || issued.plantId
  const username = packageUsername(issued)
  const flags = [`-h ${quoted(host)}`, `-p ${port}`]
  const version = textMember(protocol, 'mqttVersion')
  if (version.startsWith('5')) flags.push('-V mqttv5')
  else if (version === '3.1.1') flags.push('-V mqttv311')
  if (clientId) flags.push(`-i ${quoted(clientId)}`)
  if (security.caCert) flags.push('--cafile ca.crt')
  if (security.clientCert) flags.push('--cert client.crt', '--key client.key')
  const file = credentialFile(issued)
  if (username) flags.push(`-u ${quoted(username)}`)
  else if (file) flags.push(`-u ${quoted(issued.plantId || placeholders.user)}`)
  if (file) flags.push(`-P "$(cat ${file})"`)
  return flags
}

function credentialFile({ authMethod, security }: ProvisioningPackage): string | undefined {
  const credential = credentialOf(authMethod)
  if (credential === 'token' || textMember(security, 'token')) return credentialFiles.token
  if (credential === 'password' || textMember(security, 'password')) return credentialFiles.password
  return undefined
}

/** Some backends give the broker as a URL. */
function addressOf({ mqtt }: ProvisioningPackage): { host: string; port: number } {
  const text = (mqtt.broker ?? '').replace(/^[a-z]+:\/\//i, '').replace(/\/.*$/s, '')
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(text) ?? [text, text]
  return {
    host: host.replace(/^\[|\]$/g, '') || placeholders.host,
    port: mqtt.port ?? (port === undefined ? 8883 : Number(port)),
  }
}

const topicFlag = (topic: string | null | undefined) => `-t ${quoted(topic || placeholders.topic)}`

function textMember(value: object | null | undefined, name: string): string {
  const member: unknown = Object.entries(value ?? {}).find(([key]) => key === name)?.[1]
  return typeof member === 'string' ? member : ''
}

const expanding = (message: string) => `"${message.replaceAll('"', String.raw`\"`)}"`
