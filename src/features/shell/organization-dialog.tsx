import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { OrganizationList } from './organization-list'
import { closeShellDialog } from './shell-dialogs'
import { pageInOther, switchOrganization } from './switch-organization'
import { useOrganizations } from './use-organizations'
import type { Organization } from '@/api/organization-schemas'
import { useDeployment, useUsernameNow } from '@/api/session/session-context'
import { isPageHeld } from '@/lib/held-page'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { UntrustedText } from '@/ui/untrusted-text'

/** Switches this tab to another organization; asks first when something on the page would be lost. */
export function OrganizationDialog() {
  const { session } = useDeployment()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  // The address, because the page that was chosen last may still be loading.
  const path = useLocation({ select: ({ pathname }) => pathname })
  const usernameNow = useUsernameNow()
  const organizations = useOrganizations()
  const [asked, setAsked] = useState<Organization>()
  if (!organizations) return null
  const { list, menu } = organizations

  async function switchTo({ id }: Organization) {
    // Without search parameters: filters may name what only this organization has.
    const leavePage = () => navigate({ to: pageInOther(path), search: {}, ignoreBlocker: true })
    const needs = { session, queryClient, usernameNow, leavePage }
    if (await switchOrganization(needs, id, list)) closeShellDialog()
  }

  function choose(chosen: Organization) {
    if (chosen.id === menu.currentId) closeShellDialog()
    else if (isPageHeld()) setAsked(chosen)
    else void switchTo(chosen)
  }

  if (!asked) {
    return (
      <Dialog
        isOpen
        title="Switch organization"
        description={
          menu.isLost
            ? 'The organization that you chose here is no longer available to you. Choose another one.'
            : 'In this tab only. Other tabs keep their organization; new tabs open with the one you chose last.'
        }
        onClose={closeShellDialog}
      >
        <OrganizationList organizations={list} currentId={menu.currentId} onChoose={choose} />
      </Dialog>
    )
  }
  return (
    <Dialog
      key="question"
      isOpen
      role="alertdialog"
      title={
        <>
          Switch to <UntrustedText isCut>{asked.name}</UntrustedText>?
        </>
      }
      description="Something on this page isn’t finished. Switching discards what you entered here, and pauses a run that this tab sends."
      onClose={closeShellDialog}
      footer={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the focused button is removed */}
          <Button autoFocus onClick={closeShellDialog}>
            Stay
          </Button>
          <Button variant="danger" onClick={() => switchTo(asked)}>
            Switch anyway
          </Button>
        </>
      }
    />
  )
}
