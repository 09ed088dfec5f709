import { connect } from 'node:net'
import { StepFailed } from './step.mjs'

export const defaultPort = 4400
const defaultMqttPort = 8883

/**
 * Returns the HTTP port given by the arguments, read as the sandbox reads them.
 * @param {readonly string[]} args
 */
export function portOf(args) {
  return numberOf(args, '--port', defaultPort)
}

/**
 * Returns the MQTT broker's port given by the arguments.
 * @param {readonly string[]} args
 */
export function mqttPortOf(args) {
  return numberOf(args, '--mqtt-port', defaultMqttPort)
}

/**
 * @param {readonly string[]} args
 * @param {string} flag
 * @param {number} otherwise
 */
function numberOf(args, flag, otherwise) {
  const at = args.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`))
  if (at === -1) return otherwise
  const given = args[at]?.includes('=') ? args[at]?.slice(flag.length + 1) : args[at + 1]
  return Number(given)
}

/**
 * Fails when a port is taken. Called before the long steps, so that no one waits for a build that can't be served.
 * @param {number} port
 * @param {string} advice what to do about it
 */
export async function requireFreePort(port, advice) {
  const taken = await Promise.all(['127.0.0.1', '::1'].map((host) => isListening(host, port)))
  if (taken.includes(true))
    throw new StepFailed(`Port ${port} is taken by another program. ${advice}`)
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isListening(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 })
    const end = (/** @type {boolean} */ isTaken) => {
      socket.destroy()
      resolve(isTaken)
    }
    socket.on('connect', () => end(true))
    socket.on('error', () => end(false))
    socket.on('timeout', () => end(false))
  })
}
