import type { ReactNode } from 'react'
import { IssuedPackage } from './issued-package'
import { MqttTokenShown } from './mqtt-token-shown'
import { RotatedSecretShown } from './rotated-secret-shown'
import type { ContentProps, ShowOnceProps } from './show-once-props'
import type { Issued } from '@/api/provisioning'
import { missingFromPackage, namesToStore } from '@/domain/credentials/provisioning-package'
import { plantName } from '@/domain/plant/plant-name'
import { ShowOnceDialog } from '@/ui/show-once-dialog'
import { UntrustedText } from '@/ui/untrusted-text'
import type { Leaving } from '@/ui/use-leave-guard'

type ShowIssuedDialogProps = ShowOnceProps & { leaving: Leaving | undefined }

const titles: Record<Issued['action'], string> = {
  provision: 'Credentials of',
  download: 'Latest package of',
  'rotate-secret': 'New secret of',
  'mqtt-token': 'MQTT token of',
}

const availability: Record<Issued['action'], string> = {
  provision: 'The platform keeps this package only for a short time.',
  download: 'Issued earlier, and available only for a short time.',
  'rotate-secret': 'Shown only once.',
  'mqtt-token': 'Shown only once.',
}

/** Dialog with a plant's newly issued secrets. */
export function ShowIssuedDialog({ issued, before, onStored, leaving }: ShowIssuedDialogProps) {
  const isPackage = 'provisioningPackage' in issued
  return (
    <ShowOnceDialog
      title={
        <>
          {titles[issued.action]}{' '}
          <UntrustedText isCut fallback="this plant">
            {plantName(before)}
          </UntrustedText>
        </>
      }
      availability={availability[issued.action]}
      noun="the package"
      names={namesToStore(issued)}
      lacks={isPackage ? missingFromPackage(issued.provisioningPackage) : []}
      size={isPackage ? 'lg' : 'md'}
      leaving={leaving}
      onStored={onStored}
    >
      {(taking) => <Content issued={issued} before={before} {...taking} />}
    </ShowOnceDialog>
  )
}

function Content({ issued, ...rest }: ContentProps & { issued: Issued }): ReactNode {
  switch (issued.action) {
    case 'provision':
    case 'download':
      return <IssuedPackage issued={issued} {...rest} />
    case 'rotate-secret':
      return <RotatedSecretShown rotated={issued.rotatedSecret} {...rest} />
    case 'mqtt-token':
      return <MqttTokenShown issued={issued.mqttToken} {...rest} />
  }
}
