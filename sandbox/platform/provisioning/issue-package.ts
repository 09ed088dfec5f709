import type { Kysely } from 'kysely'
import { type MqttTokens, maxTokenLifeSeconds } from './mqtt-tokens'
import { replacePassword } from './plant-passwords'
import { endSecrets, graceMinutes, replaceSecret } from './plant-secrets'
import type { PlantRow, Tables } from '#sandbox/platform/database/tables'
import type { CertificateAuthority } from '#sandbox/platform/pki/certificate-authority'
import { recordCertificate, revokeCertificates } from '#sandbox/platform/pki/certificates'
import type { Vault } from '#sandbox/platform/pki/vault'
import { commandLifeMs, maxCommandBytes } from '#sandbox/platform/protocol/messages'
import { type PlantTopics, topicsOf } from '#sandbox/platform/protocol/topics'
import type { AuthMethod } from '@/api/plant-schemas'

/** Provisioning package as the API returns it. The members of `security` depend on `authMethod`. */
export interface IssuedPackage {
  plantId: string
  authMethod: AuthMethod
  mqtt: { broker: string; port: number; topics: PlantTopics }
  protocol: Record<string, unknown>
  security: {
    caCert: string
    hmacSecret: string
    username: string
    clientCert?: string
    clientKey?: string
    password?: string
    token?: string
    tokenExpiresAt?: string
  }
}

interface Issuer {
  authority: CertificateAuthority
  vault: Vault
  mqttTokens: MqttTokens
  brokerAddress: { broker: string; port: number }
}

interface Issuing {
  platform: Issuer
  tx: Kysely<Tables>
  plant: Pick<PlantRow, 'id' | 'authMethod'>
  now: Date
}

/**
 * Issues all credentials of a plant and revokes the previous ones. Stores certificate facts and the generation in the
 * plant; the caller updates its lifecycle. `expiresAt` overrides the default lifetime of a certificate.
 */
export async function issuePackage(
  issuing: Issuing,
  { expiresAt }: { expiresAt?: Date } = {},
): Promise<IssuedPackage> {
  const { platform, tx, plant, now } = issuing
  const generation = await endCredentials(tx, plant.id, now)
  return {
    plantId: plant.id,
    authMethod: plant.authMethod,
    mqtt: { ...platform.brokerAddress, topics: topicsOf(plant.id) },
    protocol: protocolFacts(plant.id),
    security: {
      caCert: platform.authority.certificatePem,
      hmacSecret: await replaceSecret(tx, platform.vault, plant.id, now),
      ...(await credentialOf(issuing, generation, expiresAt)),
    },
  }
}

/**
 * Revokes all credentials of a plant: its certificates go on the revocation list, and its tokens become invalid with
 * their generation. Returns the new generation.
 */
export async function endCredentials(
  tx: Kysely<Tables>,
  plantId: string,
  now: Date,
): Promise<number> {
  await revokeCertificates(tx, plantId, now)
  await endSecrets(tx, plantId)
  for (const table of ['plantPasswords', 'provisioningPackages'] as const) {
    await tx.deleteFrom(table).where('plantId', '=', plantId).execute()
  }
  const { credentialsGeneration } = await tx
    .updateTable('plants')
    .set(({ eb }) => ({
      credentialsGeneration: eb('credentialsGeneration', '+', 1),
      secretRotatedAt: null,
    }))
    .where('id', '=', plantId)
    .returning('credentialsGeneration')
    .executeTakeFirstOrThrow()
  return credentialsGeneration
}

async function credentialOf(
  { platform, tx, plant, now }: Issuing,
  generation: number,
  expiresAt: Date | undefined,
) {
  switch (plant.authMethod) {
    case 'TOKEN': {
      // The token gets the longest lifetime, because it still has to be taken to the plant.
      const subject = { plantId: plant.id, generation }
      const issued = await platform.mqttTokens.issue(subject, now, maxTokenLifeSeconds)
      await setCertificate(tx, plant.id, null)
      return { username: plant.id, token: issued.token, tokenExpiresAt: issued.expiresAt }
    }
    case 'PASSWORD':
      await setCertificate(tx, plant.id, null)
      return replacePassword(tx, plant.id)
    case 'MTLS': {
      const issued = await platform.authority.issueClient(plant.id, {
        now,
        ...(expiresAt && { expiresAt }),
      })
      await recordCertificate(tx, plant.id, issued)
      await setCertificate(tx, plant.id, issued)
      const { certificatePem: clientCert, privateKeyPem: clientKey } = issued
      return { username: plant.id, clientCert, clientKey }
    }
  }
}

function setCertificate(
  tx: Kysely<Tables>,
  plantId: string,
  issued: { serialNumber: string; fingerprint: string; expiresAt: string } | null,
) {
  return tx
    .updateTable('plants')
    .set({
      certificateSerialNumber: issued?.serialNumber ?? null,
      certificateFingerprint: issued?.fingerprint ?? null,
      certificateExpiresAt: issued?.expiresAt ?? null,
    })
    .where('id', '=', plantId)
    .execute()
}

/** Returns protocol details for vendors; the document leaves `protocol` open. */
function protocolFacts(plantId: string) {
  return {
    mqttVersion: '3.1.1',
    tls: true,
    clientId: plantId,
    cleanSession: true,
    qos: 1,
    commandLifeSeconds: commandLifeMs / 1000,
    maxCommandBytes,
    signature: {
      algorithm: 'HMAC-SHA256, hex',
      key: 'hmacSecret, UTF-8',
      command: 'plantId|cmdId|ts|action|canonicalJson(payload)',
      ack: 'plantId|cmdId|ts|st|n|canonicalJson({err, msg, data})',
      canonicalJson: 'RFC 8785',
      gracePeriodMinutes: graceMinutes,
    },
  }
}
