import { Search } from 'lucide-react'
import type { Ref } from 'react'
import { Account } from './account'
import { PageMenu } from './page-menu'
import { RefreshControl } from './refresh-control'
import { openPalette } from './shell-dialogs'
import { useOrganizations } from './use-organizations'
import { ViewMenu } from './view-menu'
import { Button } from '@/ui/button'
import { Kbd } from '@/ui/kbd'

interface HeaderProps {
  breadcrumbRef: Ref<HTMLElement>
}

export function Header({ breadcrumbRef }: HeaderProps) {
  const organizations = useOrganizations()
  return (
    <header
      data-print="hide"
      className="flex h-12 shrink-0 items-center gap-2 border-b border-line bg-surface px-4 max-md:px-2 with-wall:hidden"
    >
      <PageMenu />
      <nav ref={breadcrumbRef} aria-label="Breadcrumb" className="min-w-0 flex-1" />
      {organizations?.menu.isOffered ? (
        <organizations.code.OrganizationButton {...organizations.menu} />
      ) : null}
      <Button
        variant="secondary"
        aria-label="Search"
        aria-keyshortcuts="Control+K Meta+K"
        icon={<Search aria-hidden className="size-4" />}
        className="text-muted max-md:w-11 max-md:border-transparent max-md:bg-transparent max-md:px-0"
        onClick={openPalette}
      >
        <span className="flex items-center gap-2 font-normal max-md:hidden">
          Search <Kbd>{isApple() ? '⌘' : 'Ctrl'} K</Kbd>
        </span>
      </Button>
      <RefreshControl />
      <ViewMenu />
      <Account />
    </header>
  )
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform)
}
