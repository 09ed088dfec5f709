import type { Plant } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'
import { packageText } from '@/domain/credentials/provisioning-package'
import { fileNamePart } from '@/lib/file-name'

const names: Record<Issued['action'], string> = {
  provision: 'package',
  download: 'package',
  'rotate-secret': 'hmac-secret',
  'mqtt-token': 'mqtt-token',
}

export function issuedFile(issued: Issued, plant: Pick<Plant, 'serialNumber'>) {
  return {
    name: `${fileNamePart(plant.serialNumber)}-${names[issued.action]}.json`,
    content: textOf(issued),
    type: 'application/json',
  }
}

function textOf(issued: Issued): string {
  switch (issued.action) {
    case 'provision':
    case 'download':
      return packageText(issued.provisioningPackage)
    case 'rotate-secret':
      return `${JSON.stringify({ ...issued.rotatedSecret, unreadable: undefined }, null, 2)}\n`
    case 'mqtt-token':
      return `${JSON.stringify({ ...issued.mqttToken, unreadable: undefined }, null, 2)}\n`
  }
}
