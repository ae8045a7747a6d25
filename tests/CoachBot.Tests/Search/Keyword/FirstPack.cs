using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Knowledge;

namespace CoachBot.Tests.Search.Keyword;

/// <summary>The real cases the trainers' queries were checked against by hand; later cases do not change what is expected.</summary>
internal static class FirstPack
{
    private const string Ids = """
        account-closure-at-any-branch
        atm-counterfeit-claim-fraud-signs
        atm-debited-but-no-cash
        atm-dispensed-counterfeit-notes
        atm-down-and-noon-queue
        before-work-ready-10-minutes-early
        busy-customer-offended-by-tone
        caller-asks-interest-rate
        card-swallowed-other-bank-urgent
        card-unusable-dont-judge-customer
        cheque-filled-in-wrong-twice
        colleague-gave-wrong-answer
        complaint-record-form-three-working-days
        complaint-skills-overview
        complaint-step-one-let-customer-vent
        counter-service-welcome
        credit-card-service-quality-programme
        customer-accuses-bank-of-leaking-phone-number
        customer-asks-staff-to-fill-form
        customer-at-closing-time
        customer-confused-by-account-jargon
        customer-shouting-in-lobby
        customer-speaks-too-softly
        customer-tiers-by-total-business
        customer-type-former-salesperson
        customer-type-rage-threatens-banners
        customer-type-serving-salesperson
        customer-type-silent-collects-evidence
        customer-type-weeping-elderly-kneels
        elderly-customer-cannot-understand-deposits
        end-of-day-counter-routine
        first-contact-soothe-before-solving
        first-contact-verify-identity-tell-rights
        first-contact-win-trust
        friend-wants-to-jump-the-queue
        green-channel-counter-with-sign-language
        insurance-agent-repairs-engine
        internal-phone-staff-dials
        large-early-withdrawal-handled-well
        loan-statement-sent-to-wrong-address
        ordinary-customer-refused-at-vip-window
        overdue-mortgage-reminder-offends
        passbook-codes-not-understood
        phone-banking-card-not-registered
        phrases-answering-enquiries
        phrases-customer-comes-after-hours
        phrases-directing
        phrases-easing-the-wait
        phrases-greeting
        phrases-handling-complaint-outburst
        phrases-processing-business
        phrases-saying-goodbye
        phrases-waiting-for-result
        phrases-when-criticised
        process-sends-customer-round-the-hall
        remittance-after-system-closed
        risk-aggressive-customer-storms-counter
        risk-group-visit-three-or-more
        risk-identity-of-customer
        risk-media-open-visit
        risk-media-undercover-visit
        risk-other-organisations-mystery-visit
        risk-personality-sue-or-petition
        special-customer-cannot-come-in-person
        special-customer-disabled
        special-customer-elderly-pregnant
        special-customer-sudden-emergency
        special-customers-definition-and-principles
        standard-of-spoken-service-language
        suspicious-proxy-cash-withdrawal
        teller-ignores-customer-question
        urgent-customer-during-shift-handover
        withdrawal-customer-requests-escort
        withdrawal-over-50000-without-id
        """;

    public static KnowledgePack Pack { get; } = Read();

    private static KnowledgePack Read()
    {
        var ids = Ids.Split('\n', StringSplitOptions.TrimEntries).ToHashSet();
        var pack = new KnowledgeFolder(Path.Combine(Root(), "knowledge")).Read().Pack;
        return pack with { Cases = pack.Cases.Where(@case => ids.Contains(@case.Id)).ToList() };
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CoachBot.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("CoachBot.sln");
        }

        return folder.FullName;
    }
}
