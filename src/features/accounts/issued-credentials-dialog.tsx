import { Download } from 'lucide-react'
import { credentialsFile } from './credentials-file'
import { CredentialsTrialSection } from './credentials-trial-section'
import { IssuedAgainNotice } from './issued-again-notice'
import type { Account, IssuedApiCredentials } from '@/api/account-schemas'
import { useDeployment, usePerson } from '@/api/session/session-context'
import { tokenCommands } from '@/domain/accounts/token-commands'
import { Button } from '@/ui/button'
import { CommandLines } from '@/ui/command-lines'
import { Copyable } from '@/ui/facts'
import { saveFile } from '@/ui/save-file'
import { SecretField } from '@/ui/secret-field'
import { ShowOnceDialog, type Taking } from '@/ui/show-once-dialog'
import { TitledSection } from '@/ui/titled-section'
import { UntrustedText } from '@/ui/untrusted-text'
import type { Leaving } from '@/ui/use-leave-guard'

export interface IssuedCredentialsProps {
  issued: IssuedApiCredentials
  /** The account before its credentials were generated. */
  account: Account
  onStored: () => void
}

/** The three pieces that are shown only once (document on authentication, 2.2). */
const secrets = [
  { label: 'Client Password', member: 'clientPassword', fileName: 'client-password.txt' },
  { label: 'Client ID', member: 'clientId', fileName: 'client-id.txt' },
  { label: 'Client Secret', member: 'clientSecret', fileName: 'client-secret.txt' },
] as const

const names = secrets.map(({ label }) => label)

/** Dialog with the four pieces of newly generated API credentials. */
export function IssuedCredentialsDialog(
  props: IssuedCredentialsProps & { leaving: Leaving | undefined },
) {
  const { account, onStored, leaving } = props
  return (
    <ShowOnceDialog
      title={
        <>
          API credentials of{' '}
          <UntrustedText isCut fallback="this user">
            {account.username}
          </UntrustedText>
        </>
      }
      availability="Client Password, Client ID and Client Secret are shown only once."
      noun="the credentials"
      names={names}
      size="lg"
      leaving={leaving}
      onStored={onStored}
    >
      {(taking) => <Pieces {...props} {...taking} />}
    </ShowOnceDialog>
  )
}

function Pieces(props: IssuedCredentialsProps & Taking) {
  const { issued, account, taken, onTaken, onAllTaken } = props
  const { config } = useDeployment()
  const { tokenUrl, apiBaseUrl } = config
  const organizationId = usePerson()?.organizationId
  return (
    <div className="flex flex-col gap-5">
      <IssuedAgainNotice before={account} />
      <TitledSection
        title="The four pieces"
        actions={
          <Button
            variant="primary"
            icon={<Download aria-hidden className="size-4" />}
            onClick={() => {
              saveFile(credentialsFile(issued, account))
              onAllTaken()
            }}
          >
            Download JSON
          </Button>
        }
      >
        <dl className="divide-y divide-line border-y border-line">
          <div className="flex flex-wrap items-center gap-x-4 py-2">
            <dt className="w-36 shrink-0 text-muted">Client Username</dt>
            <dd className="min-w-0 flex-1 basis-60 wrap-anywhere">
              <Copyable label="Client Username">{issued.clientUsername}</Copyable>
            </dd>
          </div>
          {secrets.map(({ label, member, fileName }) => (
            <SecretField
              key={label}
              label={label}
              value={issued[member]}
              fileName={fileName}
              isTaken={taken.has(label)}
              onTaken={onTaken}
            />
          ))}
        </dl>
        <p className="mt-2 text-muted">
          Give all four to the user in a secure way. Everything done with them counts as done by{' '}
          <UntrustedText isCut fallback="this user">
            {account.username}
          </UntrustedText>
          .
        </p>
      </TitledSection>
      <CredentialsTrialSection issued={issued} />
      <TitledSection title="Use them with curl">
        <p className="text-muted">
          Run these in one shell, in this order. The token request and the refresh request set
          ACCESS_TOKEN and REFRESH_TOKEN, which the other lines use. The lines contain no secret.
        </p>
        <CommandLines
          commands={tokenCommands({ tokenUrl, apiBaseUrl, organizationId }, issued.clientUsername)}
        />
      </TitledSection>
    </div>
  )
}
