import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { plantOperation } from '#sandbox/platform/http/operation'
import { mayConnect } from '#sandbox/platform/lifecycle/lifecycle'
import { administrators } from '#sandbox/platform/oauth/roles'
import { mqttTokenSchema } from '@/api/provisioning'

/** `POST /plants/{id}/mqtt-token`: issues a token. Earlier tokens stay valid until they expire. */
export const issueMqttToken = plantOperation(
  {
    id: 'issueMqttToken',
    method: 'post',
    path: '/plants/{id}/mqtt-token',
    summary: 'Issue a new MQTT JWT for a TOKEN-auth plant',
    roles: administrators,
    response: { status: 200, description: 'A token', schema: mqttTokenSchema },
    badRequest: 'BAD_REQUEST',
    isShownOnce: true,
  },
  async ({ platform, plant, now }) => {
    if (plant.authMethod !== 'TOKEN') {
      throw new ApiProblem(
        'BAD_REQUEST',
        `Only plants with authentication method TOKEN get MQTT tokens. This plant uses ${plant.authMethod}.`,
      )
    }
    if (!mayConnect(plant.lifecycleStatus)) {
      throw new ApiProblem(
        'BAD_REQUEST',
        `A plant that is ${plant.lifecycleStatus} cannot get an MQTT token`,
      )
    }
    const subject = { plantId: plant.id, generation: plant.credentialsGeneration }
    return JSON.stringify(await platform.mqttTokens.issue(subject, now))
  },
)
