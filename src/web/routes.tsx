import type { ComponentType } from 'react'
import { createBrowserRouter } from 'react-router'
import { BrokenPage } from './shell/broken-page.tsx'
import { DistrictShell } from './shell/district-shell.tsx'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { Shell } from './shell/shell.tsx'

/** Each page is a chunk of its own; the page before stays on screen until it is here. */
function page(load: () => Promise<ComponentType>): () => Promise<{ Component: ComponentType }> {
  return async () => ({ Component: await load() })
}

export const router = createBrowserRouter([
  {
    errorElement: <BrokenPage />,
    hydrateFallbackElement: <></>,
    children: [
      { path: '/sign-in', lazy: page(async () => (await import('./pages/sign-in/sign-in-page.tsx')).SignInPage) },
      {
        path: '/second-factor',
        lazy: page(async () => (await import('./pages/second-factor/second-factor-page.tsx')).SecondFactorPage),
      },
      {
        path: '/activate',
        lazy: page(async () => (await import('./pages/activate/activate-page.tsx')).ActivatePage),
      },
      {
        path: '/complain/:town',
        lazy: page(async () => (await import('./pages/complain/complain-page.tsx')).ComplainPage),
      },
      {
        path: '/inspect',
        lazy: page(async () => (await import('./pages/inspect/inspect-page.tsx')).InspectPage),
      },
      { path: '/board', lazy: page(async () => (await import('./pages/board/board-page.tsx')).BoardPage) },
      { path: '/set-up', lazy: page(async () => (await import('./pages/set-up/set-up-page.tsx')).SetUpPage) },
      {
        element: <DistrictShell />,
        children: [
          {
            errorElement: <BrokenPage />,
            children: [
              {
                path: '/district',
                lazy: page(async () => (await import('./pages/district/district-page.tsx')).DistrictPage),
              },
              {
                path: '/district/account',
                lazy: page(async () => (await import('./pages/own-account/own-account-page.tsx')).OwnAccountPage),
              },
              {
                path: '/district/help',
                lazy: page(async () => (await import('./pages/help/help-page.tsx')).HelpPage),
              },
            ],
          },
        ],
      },
      {
        element: <Shell />,
        children: [
          {
            errorElement: <BrokenPage />,
            children: [
              { path: '/', lazy: page(async () => (await import('./pages/home/home-page.tsx')).HomePage) },
              {
                path: '/scheme',
                lazy: page(async () => (await import('./pages/scheme/scheme-page.tsx')).SchemePage),
              },
              {
                path: '/scheme/versions',
                lazy: page(async () => (await import('./pages/scheme/versions/versions-page.tsx')).VersionsPage),
              },
              {
                path: '/scheme/versions/:version',
                lazy: page(async () => (await import('./pages/scheme/versions/version-page.tsx')).VersionPage),
              },
              {
                path: '/scheme/versions/:version/print',
                lazy: page(async () => (await import('./pages/scheme/versions/print-page.tsx')).PrintPage),
              },
              {
                path: '/scheme/print',
                lazy: page(async () => (await import('./pages/scheme/versions/print-page.tsx')).PrintPage),
              },
              {
                path: '/scheme/adoption',
                lazy: page(async () => (await import('./pages/adoption/adoption-page.tsx')).AdoptionPage),
              },
              {
                path: '/scheme/compare',
                lazy: page(async () => (await import('./pages/scheme/versions/compare-page.tsx')).ComparePage),
              },
              {
                path: '/proof',
                lazy: page(async () => (await import('./pages/proof/proof-page.tsx')).ProofPage),
              },
              {
                path: '/deductions',
                lazy: page(async () => (await import('./pages/deductions/deductions-page.tsx')).DeductionsPage),
              },
              {
                path: '/entries',
                lazy: page(
                  async () => (await import('./pages/entry-ledger/entry-ledger-page.tsx')).EntryLedgerPage,
                ),
              },
              {
                path: '/entries/new',
                lazy: page(
                  async () => (await import('./pages/record-entry/record-entry-page.tsx')).RecordEntryPage,
                ),
              },
              {
                path: '/entries/confirm',
                lazy: page(
                  async () =>
                    (await import('./pages/confirm-entries/confirm-entries-page.tsx')).ConfirmEntriesPage,
                ),
              },
              {
                path: '/inspections',
                lazy: page(async () => (await import('./pages/inspections/inspections-page.tsx')).InspectionsPage),
              },
              {
                path: '/inspections/:roundId',
                lazy: page(async () => (await import('./pages/inspections/round-page.tsx')).RoundPage),
              },
              {
                path: '/registers/attendance',
                lazy: page(
                  async () => (await import('./pages/registers/attendance/attendance-page.tsx')).AttendancePage,
                ),
              },
              {
                path: '/registers/attendance/days',
                lazy: page(
                  async () =>
                    (await import('./pages/registers/attendance/attendance-days-page.tsx')).AttendanceDaysPage,
                ),
              },
              {
                path: '/registers/leave',
                lazy: page(async () => (await import('./pages/registers/leave/leave-page.tsx')).LeavePage),
              },
              {
                path: '/registers/whereabouts',
                lazy: page(
                  async () => (await import('./pages/registers/whereabouts/whereabouts-page.tsx')).WhereaboutsPage,
                ),
              },
              {
                path: '/suggestions',
                lazy: page(async () => (await import('./pages/suggestions/suggestions-page.tsx')).SuggestionsPage),
              },
              {
                path: '/registers/rules',
                lazy: page(
                  async () => (await import('./pages/registers/rules/rule-bindings-page.tsx')).RuleBindingsPage,
                ),
              },
              {
                path: '/registers/duty',
                lazy: page(async () => (await import('./pages/registers/duty/duty-page.tsx')).DutyPage),
              },
              {
                path: '/registers/gathering',
                lazy: page(
                  async () => (await import('./pages/registers/gathering/gatherings-page.tsx')).GatheringsPage,
                ),
              },
              {
                path: '/registers/gathering/:id/screen',
                lazy: page(
                  async () => (await import('./pages/registers/gathering/screen-page.tsx')).SignInScreenPage,
                ),
              },
              {
                path: '/sign-in-at/:id',
                lazy: page(
                  async () => (await import('./pages/registers/gathering/sign-in-at-page.tsx')).SignInAtPage,
                ),
              },
              {
                path: '/registers/study',
                lazy: page(async () => (await import('./pages/registers/study/study-page.tsx')).StudyPage),
              },
              {
                path: '/registers/task',
                lazy: page(async () => (await import('./pages/registers/task/task-page.tsx')).TaskPage),
              },
              {
                path: '/registers/superior-result',
                lazy: page(
                  async () =>
                    (await import('./pages/registers/superior-result/superior-results-page.tsx'))
                      .SuperiorResultsPage,
                ),
              },
              {
                path: '/months',
                lazy: page(async () => (await import('./pages/months/months-page.tsx')).MonthsPage),
              },
              {
                path: '/calendar',
                lazy: page(async () => (await import('./pages/calendar/calendar-page.tsx')).CalendarPage),
              },
              {
                path: '/ratings',
                lazy: page(async () => (await import('./pages/ratings/ratings-page.tsx')).RatingsPage),
              },
              {
                path: '/standings',
                lazy: page(async () => (await import('./pages/standings/standings-page.tsx')).StandingsPage),
              },
              {
                path: '/people/:staffNumber/sheet',
                lazy: page(async () => (await import('./pages/score-sheet/score-sheet-page.tsx')).ScoreSheetPage),
              },
              {
                path: '/bulletins',
                lazy: page(async () => (await import('./pages/bulletins/bulletins-page.tsx')).BulletinsPage),
              },
              {
                path: '/bulletins/drafts/:draftId',
                lazy: page(async () => (await import('./pages/bulletins/draft-page.tsx')).DraftPage),
              },
              {
                path: '/bulletins/:bulletinId',
                lazy: page(async () => (await import('./pages/bulletins/bulletin-page.tsx')).BulletinPage),
              },
              {
                path: '/results/final',
                lazy: page(
                  async () => (await import('./pages/final-result/final-result-page.tsx')).FinalResultPage,
                ),
              },
              {
                path: '/own-pay',
                lazy: page(async () => (await import('./pages/own-pay/own-pay-page.tsx')).OwnPayPage),
              },
              { path: '/pay', lazy: page(async () => (await import('./pages/pay/pay-page.tsx')).PayPage) },
              {
                path: '/people',
                lazy: page(async () => (await import('./pages/people/people-page.tsx')).PeoplePage),
              },
              {
                path: '/people/chart',
                lazy: page(async () => (await import('./pages/people/chart-page.tsx')).ChartPage),
              },
              {
                path: '/account',
                lazy: page(async () => (await import('./pages/own-account/own-account-page.tsx')).OwnAccountPage),
              },
              {
                path: '/policies',
                lazy: page(async () => (await import('./pages/policies/policies-page.tsx')).PoliciesPage),
              },
              {
                path: '/accounts',
                lazy: page(async () => (await import('./pages/accounts/accounts-page.tsx')).AccountsPage),
              },
              {
                path: '/registers/complaint',
                lazy: page(
                  async () => (await import('./pages/registers/complaint/complaint-page.tsx')).ComplaintPage,
                ),
              },
              {
                path: '/audit',
                lazy: page(async () => (await import('./pages/audit/audit-page.tsx')).AuditPage),
              },
              {
                path: '/reminders',
                lazy: page(async () => (await import('./pages/reminders/reminders-page.tsx')).RemindersPage),
              },
              {
                path: '/corrections',
                lazy: page(async () => (await import('./pages/corrections/corrections-page.tsx')).CorrectionsPage),
              },
              {
                path: '/proceedings',
                lazy: page(async () => (await import('./pages/proceedings/proceedings-page.tsx')).ProceedingsPage),
              },
              {
                path: '/proceedings/:proceedingId',
                lazy: page(async () => (await import('./pages/proceedings/proceeding-page.tsx')).ProceedingPage),
              },
              { path: '/help', lazy: page(async () => (await import('./pages/help/help-page.tsx')).HelpPage) },
              { path: '*', element: <NotFoundPage /> },
            ],
          },
        ],
      },
    ],
  },
])
