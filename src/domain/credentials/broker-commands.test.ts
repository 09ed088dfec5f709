import { describe, expect, it } from 'vitest'
import { brokerCommands, missingForCommands } from './broker-commands'
import type { ProvisioningPackage } from '@/api/provisioning'

const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const topics = {
  telemetry: `cpi/${id}/telemetry`,
  commands: `cpi/${id}/commands`,
  status: `cpi/${id}/status`,
}
const mqtt = { broker: 'broker.example', port: 8883, topics }
const bare: ProvisioningPackage = { plantId: id, authMethod: 'MTLS', mqtt, security: {} }
const linesOf = (issued: ProvisioningPackage) => brokerCommands(issued).map(({ line }) => line)

describe('brokerCommands', () => {
  it('writes the commands for a plant with a certificate', () => {
    const security = { caCert: 'CA', clientCert: 'CERT', clientKey: 'KEY', username: id }
    const connection = `-h broker.example -p 8883 -V mqttv311 -i ${id} --cafile ca.crt --cert client.crt --key client.key -u ${id}`
    expect(linesOf({ ...bare, protocol: { mqttVersion: '3.1.1' }, security })).toEqual([
      `mosquitto_pub ${connection} -q 1 -t cpi/${id}/status -m "{\\"ts\\":$(date +%s000),\\"state\\":\\"online\\"}"`,
      `mosquitto_pub ${connection} -q 1 -t cpi/${id}/telemetry -m "{\\"ts\\":$(date +%s000),\\"values\\":{}}"`,
      `mosquitto_sub ${connection} -q 1 -t cpi/${id}/commands -v`,
    ])
  })

  it.each([
    ['TOKEN', { token: 'top-secret' }, `-u ${id} -P "$(cat token.txt)"`],
    [
      'PASSWORD',
      { username: 'plc-1', password: 'top-secret' },
      '-u plc-1 -P "$(cat password.txt)"',
    ],
    ['SOMETHING', { token: 'top-secret' }, `-u ${id} -P "$(cat token.txt)"`],
  ])('has a %s plant read its secret from a file', (authMethod, security, flags) => {
    for (const line of linesOf({ ...bare, authMethod, security })) {
      expect(line).toContain(flags)
      expect(line).not.toContain('top-secret')
    }
  })

  it.each([
    [{ broker: 'mqtts://broker.example:8884/x' }, '-h broker.example -p 8884 '],
    [{ broker: 'broker.example:8884', port: 1 }, '-h broker.example -p 1 '],
    [{ broker: '[::1]:8885' }, '-h ::1 -p 8885 '],
    [{ broker: '$(reboot)' }, "-h '$(reboot)' -p 8883 "],
    [{}, '-h BROKER_HOST -p 8883 '],
  ])('reads the address from %j', (given, expected) => {
    expect(linesOf({ ...bare, mqtt: given })[0]).toContain(expected)
  })

  it('lists what the package does not specify', () => {
    expect(missingForCommands(bare)).toEqual([])
    expect(missingForCommands({ ...bare, mqtt: {} })).toEqual(['the broker', 'all topics'])
    expect(linesOf({ ...bare, plantId: '', mqtt: {} })[2]).toBe(
      'mosquitto_sub -h BROKER_HOST -p 8883 -q 1 -t TOPIC -v',
    )
  })

  it('uses MQTT 5 when the package does', () => {
    expect(linesOf({ ...bare, protocol: { mqttVersion: '5.0' } })[0]).toContain('-V mqttv5 ')
  })
})
