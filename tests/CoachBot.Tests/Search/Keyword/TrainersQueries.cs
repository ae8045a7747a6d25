using CoachBot.Core.Search.Keyword;

namespace CoachBot.Tests.Search.Keyword;

/// <summary>A query of a trainer and what it must find.</summary>
/// <param name="Text">As typed.</param>
public sealed record TrainersQuery(string Text)
{
    /// <summary>How many cases of the first pack fit; counted in the case files by another program.</summary>
    public required int Total { get; init; }

    /// <summary>The case that must come first.</summary>
    public string? First { get; init; }

    /// <summary>The other cases that must be found, where they are few.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>What the person must be told.</summary>
    public KeywordHintKind? Hint { get; init; }
}

/// <summary>What trainers type, in both languages and with every operator, and what they must get.</summary>
internal static class TrainersQueries
{
    public static readonly TrainersQuery[] Table =
    [
        // Chinese words
        new("假钞") { Total = 2, First = "atm-dispensed-counterfeit-notes", Also = ["atm-counterfeit-claim-fraud-signs"] },
        new("吞卡") { Total = 1, First = "card-swallowed-other-bank-urgent" },
        new("手语") { Total = 2, First = "green-channel-counter-with-sign-language", Also = ["special-customer-disabled"] },
        new("残疾") { Total = 2, First = "special-customer-disabled", Also = ["green-channel-counter-with-sign-language"] },
        new("起诉") { Total = 2, First = "risk-personality-sue-or-petition", Also = ["customer-accuses-bank-of-leaking-phone-number"] },
        new("支票") { Total = 2, First = "cheque-filled-in-wrong-twice", Also = ["teller-ignores-customer-question"] },
        new("存折")
        {
            Total = 4,
            First = "passbook-codes-not-understood",
            Also = ["customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "withdrawal-over-50000-without-id"],
        },
        new("房贷") { Total = 2, First = "overdue-mortgage-reminder-offends", Also = ["customer-accuses-bank-of-leaking-phone-number"] },
        new("群访") { Total = 2, First = "risk-group-visit-three-or-more", Also = ["complaint-skills-overview"] },
        new("暗访")
        {
            Total = 3,
            First = "risk-other-organisations-mystery-visit",
            Also = ["complaint-skills-overview", "risk-media-undercover-visit"],
        },
        new("报警")
        {
            Total = 3,
            First = "risk-aggressive-customer-storms-counter",
            Also = ["atm-counterfeit-claim-fraud-signs", "special-customer-sudden-emergency"],
        },
        new("下跪") { Total = 2, First = "customer-type-weeping-elderly-kneels", Also = ["complaint-skills-overview"] },
        new("挂失") { Total = 2, First = "special-customer-sudden-emergency", Also = ["customer-confused-by-account-jargon"] },
        new("销户") { Total = 2, First = "account-closure-at-any-branch", Also = ["colleague-gave-wrong-answer"] },
        new("复印机") { Total = 1, First = "process-sends-customer-round-the-hall" },
        new("轮椅") { Total = 0, Hint = KeywordHintKind.WordNowhere },

        // Traditional finds Simplified
        new("假鈔") { Total = 2, First = "atm-dispensed-counterfeit-notes", Also = ["atm-counterfeit-claim-fraud-signs"] },
        new("殘疾") { Total = 2, First = "special-customer-disabled", Also = ["green-channel-counter-with-sign-language"] },
        new("媒體 風險:高")
        {
            Total = 5,
            First = "risk-personality-sue-or-petition",
            Also =
            [
                "atm-dispensed-counterfeit-notes", "customer-accuses-bank-of-leaking-phone-number", "risk-media-open-visit",
                "risk-media-undercover-visit",
            ],
        },

        // Chinese without spaces
        new("取款机假钞")
        {
            Total = 2,
            First = "atm-dispensed-counterfeit-notes",
            Also = ["atm-counterfeit-claim-fraud-signs"],
            Hint = KeywordHintKind.RunSplit,
        },
        new("媒体投诉")
        {
            Total = 5,
            First = "risk-media-open-visit",
            Also =
            [
                "complaint-skills-overview", "customer-accuses-bank-of-leaking-phone-number", "risk-media-undercover-visit",
                "risk-personality-sue-or-petition",
            ],
            Hint = KeywordHintKind.RunSplit,
        },
        new("下班取款") { Total = 1, First = "card-swallowed-other-bank-urgent", Hint = KeywordHintKind.RunSplit },
        new("孕妇排队") { Total = 1, First = "special-customer-elderly-pregnant", Hint = KeywordHintKind.RunSplit },
        new("存折看不懂")
        {
            Total = 2,
            First = "passbook-codes-not-understood",
            Also = ["customer-confused-by-account-jargon"],
            Hint = KeywordHintKind.RunSplit,
        },
        new("ATM假钞") { Total = 2, First = "atm-dispensed-counterfeit-notes", Also = ["atm-counterfeit-claim-fraud-signs"] },
        new("区块链投诉") { Total = 0, Hint = KeywordHintKind.WordNowhere },

        // Phrases, in every kind of quotes
        new("\"电话号码\"") { Total = 1, First = "customer-accuses-bank-of-leaking-phone-number" },
        new("「开户网点」")
        {
            Total = 3,
            First = "account-closure-at-any-branch",
            Also = ["colleague-gave-wrong-answer", "remittance-after-system-closed"],
        },
        new("“媒体投诉”") { Total = 0, Hint = KeywordHintKind.WordNowhere },
        new("\"fake notes\"") { Total = 2, First = "atm-counterfeit-claim-fraud-signs", Also = ["atm-dispensed-counterfeit-notes"] },
        new("\"secret filming\"") { Total = 1, First = "risk-media-undercover-visit" },
        new("\"secretly filmed\"") { Total = 1, First = "risk-media-undercover-visit" },
        new("\"200 yuan\"") { Total = 2, First = "atm-dispensed-counterfeit-notes", Also = ["atm-counterfeit-claim-fraud-signs"] },
        new("“sign language”") { Total = 2, First = "green-channel-counter-with-sign-language", Also = ["special-customer-disabled"] },
        new("first-contact")
        {
            Total = 5,
            First = "first-contact-soothe-before-solving",
            Also =
            [
                "complaint-skills-overview", "first-contact-verify-identity-tell-rights", "first-contact-win-trust",
                "risk-personality-sue-or-petition",
            ],
        },
        new("after-hours")
        {
            Total = 3,
            First = "phrases-customer-comes-after-hours",
            Also = ["card-swallowed-other-bank-urgent", "remittance-after-system-closed"],
        },
        new("\"language sign\"") { Total = 0, Hint = KeywordHintKind.WordNowhere },

        // English words: stems, numbers, prefixes
        new("counterfeit") { Total = 2, First = "atm-dispensed-counterfeit-notes", Also = ["atm-counterfeit-claim-fraud-signs"] },
        new("counterfeits") { Total = 2, First = "atm-dispensed-counterfeit-notes", Also = ["atm-counterfeit-claim-fraud-signs"] },
        new("swallowed") { Total = 1, First = "card-swallowed-other-bank-urgent" },
        new("passbook")
        {
            Total = 4,
            First = "passbook-codes-not-understood",
            Also = ["customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "withdrawal-over-50000-without-id"],
        },
        new("queuing") { Total = 17, First = "friend-wants-to-jump-the-queue" },
        new("queue") { Total = 17, First = "friend-wants-to-jump-the-queue" },
        new("media")
        {
            Total = 6,
            First = "risk-media-undercover-visit",
            Also =
            [
                "atm-dispensed-counterfeit-notes", "complaint-skills-overview", "customer-accuses-bank-of-leaking-phone-number",
                "risk-media-open-visit", "risk-personality-sue-or-petition",
            ],
        },
        new("police")
        {
            Total = 6,
            First = "risk-aggressive-customer-storms-counter",
            Also =
            [
                "atm-counterfeit-claim-fraud-signs", "atm-debited-but-no-cash", "atm-dispensed-counterfeit-notes",
                "special-customer-cannot-come-in-person", "special-customer-sudden-emergency",
            ],
        },
        new("mortgage")
        {
            Total = 3,
            First = "overdue-mortgage-reminder-offends",
            Also = ["customer-accuses-bank-of-leaking-phone-number", "loan-statement-sent-to-wrong-address"],
        },
        new("VIP")
        {
            Total = 3,
            First = "ordinary-customer-refused-at-vip-window",
            Also = ["customer-tiers-by-total-business", "risk-other-organisations-mystery-visit"],
        },
        new("elderly queue")
        {
            Total = 2,
            First = "special-customer-elderly-pregnant",
            Also = ["elderly-customer-cannot-understand-deposits"],
        },
        new("50,000") { Total = 2, First = "withdrawal-over-50000-without-id", Also = ["large-early-withdrawal-handled-well"] },
        new("withdraw*")
        {
            Total = 8,
            First = "large-early-withdrawal-handled-well",
            Also =
            [
                "atm-debited-but-no-cash", "atm-dispensed-counterfeit-notes", "internal-phone-staff-dials", "special-customer-disabled",
                "suspicious-proxy-cash-withdrawal", "withdrawal-customer-requests-escort", "withdrawal-over-50000-without-id",
            ],
        },
        new("counterfeit*") { Total = 2, First = "atm-counterfeit-claim-fraud-signs", Also = ["atm-dispensed-counterfeit-notes"] },
        new("quantum computing") { Total = 0, Hint = KeywordHintKind.WordNowhere },

        // OR, brackets, exclusions
        new("passbook OR cheque")
        {
            Total = 6,
            First = "cheque-filled-in-wrong-twice",
            Also =
            [
                "customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "passbook-codes-not-understood",
                "teller-ignores-customer-question", "withdrawal-over-50000-without-id",
            ],
        },
        new("存折 OR 支票")
        {
            Total = 6,
            First = "cheque-filled-in-wrong-twice",
            Also =
            [
                "customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "passbook-codes-not-understood",
                "teller-ignores-customer-question", "withdrawal-over-50000-without-id",
            ],
        },
        new("存折|支票")
        {
            Total = 6,
            First = "cheque-filled-in-wrong-twice",
            Also =
            [
                "customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "passbook-codes-not-understood",
                "teller-ignores-customer-question", "withdrawal-over-50000-without-id",
            ],
        },
        new("存折 或 支票")
        {
            Total = 6,
            First = "cheque-filled-in-wrong-twice",
            Also =
            [
                "customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "passbook-codes-not-understood",
                "teller-ignores-customer-question", "withdrawal-over-50000-without-id",
            ],
        },
        new("存折 ｜ 支票")
        {
            Total = 6,
            First = "cheque-filled-in-wrong-twice",
            Also =
            [
                "customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "passbook-codes-not-understood",
                "teller-ignores-customer-question", "withdrawal-over-50000-without-id",
            ],
        },
        new("passbook or cheque")
        {
            Total = 6,
            First = "cheque-filled-in-wrong-twice",
            Also =
            [
                "customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "passbook-codes-not-understood",
                "teller-ignores-customer-question", "withdrawal-over-50000-without-id",
            ],
            Hint = KeywordHintKind.SmallOr,
        },
        new("sue OR petition") { Total = 2, First = "risk-personality-sue-or-petition", Also = ["complaint-skills-overview"] },
        new("(passbook OR cheque) -form")
        {
            Total = 5,
            First = "passbook-codes-not-understood",
            Also =
            [
                "customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "teller-ignores-customer-question",
                "withdrawal-over-50000-without-id",
            ],
        },
        new("（存折 OR 支票） －排队")
        {
            Total = 5,
            First = "passbook-codes-not-understood",
            Also =
            [
                "customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "teller-ignores-customer-question",
                "withdrawal-over-50000-without-id",
            ],
        },
        new("媒体 -记者")
        {
            Total = 3,
            First = "atm-dispensed-counterfeit-notes",
            Also = ["complaint-skills-overview", "customer-accuses-bank-of-leaking-phone-number"],
        },
        new("起诉 不含:媒体") { Total = 0, Hint = KeywordHintKind.NotTogether },
        new("投诉 排队")
        {
            Total = 5,
            First = "risk-group-visit-three-or-more",
            Also =
            [
                "atm-down-and-noon-queue", "cheque-filled-in-wrong-twice", "ordinary-customer-refused-at-vip-window",
                "risk-aggressive-customer-storms-counter",
            ],
        },
        new("(起诉 OR 报警) -假钞")
        {
            Total = 4,
            First = "risk-personality-sue-or-petition",
            Also =
            [
                "customer-accuses-bank-of-leaking-phone-number", "risk-aggressive-customer-storms-counter",
                "special-customer-sudden-emergency",
            ],
        },
        new("投诉 -媒体 -起诉") { Total = 21, First = "customer-type-serving-salesperson" },
        new("police -fraud") { Total = 2, First = "special-customer-cannot-come-in-person", Also = ["atm-debited-but-no-cash"] },
        new("police NOT fraud") { Total = 2, First = "special-customer-cannot-come-in-person", Also = ["atm-debited-but-no-cash"] },
        new("vip -queue") { Total = 2, First = "customer-tiers-by-total-business", Also = ["risk-other-organisations-mystery-visit"] },
        new("police -\"fake note\"")
        {
            Total = 4,
            First = "risk-aggressive-customer-storms-counter",
            Also = ["atm-debited-but-no-cash", "special-customer-cannot-come-in-person", "special-customer-sudden-emergency"],
        },
        new("-role:teller") { Total = 11, First = "atm-down-and-noon-queue" },

        // Both languages in one query
        new("counterfeit 假钞") { Total = 2, First = "atm-dispensed-counterfeit-notes", Also = ["atm-counterfeit-claim-fraud-signs"] },
        new("atm 投诉") { Total = 2, First = "atm-down-and-noon-queue", Also = ["atm-counterfeit-claim-fraud-signs"] },
        new("VIP 排队") { Total = 1, First = "ordinary-customer-refused-at-vip-window" },
        new("fraud 假钞") { Total = 2, First = "atm-counterfeit-claim-fraud-signs", Also = ["atm-dispensed-counterfeit-notes"] },
        new("card 下班")
        {
            Total = 2,
            First = "card-swallowed-other-bank-urgent",
            Also = ["remittance-after-system-closed"],
        },

        // Filters
        new("tag:atm")
        {
            Total = 5,
            First = "atm-counterfeit-claim-fraud-signs",
            Also =
            [
                "atm-debited-but-no-cash", "atm-dispensed-counterfeit-notes", "atm-down-and-noon-queue", "card-swallowed-other-bank-urgent"
            ],
        },
        new("标签：atm")
        {
            Total = 5,
            First = "atm-counterfeit-claim-fraud-signs",
            Also =
            [
                "atm-debited-but-no-cash", "atm-dispensed-counterfeit-notes", "atm-down-and-noon-queue", "card-swallowed-other-bank-urgent"
            ],
        },
        new("tag:atm -tag:counterfeit")
        {
            Total = 3,
            First = "atm-debited-but-no-cash",
            Also = ["atm-down-and-noon-queue", "card-swallowed-other-bank-urgent"],
        },
        new("tag:atm,media")
        {
            Total = 8,
            First = "atm-counterfeit-claim-fraud-signs",
            Also =
            [
                "atm-debited-but-no-cash", "atm-dispensed-counterfeit-notes", "atm-down-and-noon-queue",
                "card-swallowed-other-bank-urgent", "risk-media-open-visit", "risk-media-undercover-visit",
                "risk-personality-sue-or-petition",
            ],
        },
        new("tag:atm OR tag:media")
        {
            Total = 8,
            First = "atm-counterfeit-claim-fraud-signs",
            Also =
            [
                "atm-debited-but-no-cash", "atm-dispensed-counterfeit-notes", "atm-down-and-noon-queue",
                "card-swallowed-other-bank-urgent", "risk-media-open-visit", "risk-media-undercover-visit",
                "risk-personality-sue-or-petition",
            ],
        },
        new("tag:\"reward points\"") { Total = 1, First = "customer-shouting-in-lobby" },
        new("kind:rule")
        {
            Total = 8,
            First = "account-closure-at-any-branch",
            Also =
            [
                "before-work-ready-10-minutes-early", "complaint-record-form-three-working-days", "customer-tiers-by-total-business",
                "green-channel-counter-with-sign-language", "internal-phone-staff-dials", "special-customers-definition-and-principles",
                "standard-of-spoken-service-language",
            ],
        },
        new("kind:rule lang:en role:teller")
        {
            Total = 7,
            First = "account-closure-at-any-branch",
            Also =
            [
                "before-work-ready-10-minutes-early", "complaint-record-form-three-working-days",
                "green-channel-counter-with-sign-language", "internal-phone-staff-dials", "special-customers-definition-and-principles",
                "standard-of-spoken-service-language",
            ],
        },
        new("类型:话术") { Total = 10, First = "phrases-answering-enquiries" },
        new("risk:high") { Total = 15, First = "atm-counterfeit-claim-fraud-signs" },
        new("风险：高") { Total = 15, First = "atm-counterfeit-claim-fraud-signs" },
        new("risk:high kind:case")
        {
            Total = 4,
            First = "atm-dispensed-counterfeit-notes",
            Also = ["customer-accuses-bank-of-leaking-phone-number", "customer-shouting-in-lobby", "suspicious-proxy-cash-withdrawal"],
        },
        new("role:call-agent")
        {
            Total = 9,
            First = "atm-down-and-noon-queue",
            Also =
            [
                "caller-asks-interest-rate", "card-swallowed-other-bank-urgent", "complaint-step-one-let-customer-vent",
                "credit-card-service-quality-programme", "phone-banking-card-not-registered", "phrases-answering-enquiries",
                "phrases-when-criticised", "standard-of-spoken-service-language",
            ],
        },
        new("role:loan-officer,corporate-banker")
        {
            Total = 5,
            First = "cheque-filled-in-wrong-twice",
            Also =
            [
                "customer-accuses-bank-of-leaking-phone-number", "loan-statement-sent-to-wrong-address",
                "overdue-mortgage-reminder-offends", "phrases-when-criticised",
            ],
        },
        new("角色:信贷员")
        {
            Total = 4,
            First = "customer-accuses-bank-of-leaking-phone-number",
            Also = ["loan-statement-sent-to-wrong-address", "overdue-mortgage-reminder-offends", "phrases-when-criticised"],
        },
        new("role:teller tag:atm kind:case") { Total = 2, First = "atm-debited-but-no-cash", Also = ["atm-dispensed-counterfeit-notes"] },
        new("domain:insurance kind:procedure")
        {
            Total = 6,
            First = "complaint-skills-overview",
            Also =
            [
                "counter-service-welcome", "end-of-day-counter-routine", "first-contact-soothe-before-solving",
                "first-contact-verify-identity-tell-rights", "first-contact-win-trust",
            ],
        },
        new("source:complaint-six-steps") { Total = 2, First = "atm-down-and-noon-queue", Also = ["complaint-step-one-let-customer-vent"] },
        new("来源:六步 排队") { Total = 1, First = "atm-down-and-noon-queue" },
        new("covers:atm-debited-but-no-cash") { Total = 1, First = "atm-debited-but-no-cash" },
        new("id:risk-*")
        {
            Total = 7,
            First = "risk-aggressive-customer-storms-counter",
            Also =
            [
                "risk-group-visit-three-or-more", "risk-identity-of-customer", "risk-media-open-visit", "risk-media-undercover-visit",
                "risk-other-organisations-mystery-visit", "risk-personality-sue-or-petition",
            ],
        },
        new("fraud id:atm-*") { Total = 2, First = "atm-counterfeit-claim-fraud-signs", Also = ["atm-dispensed-counterfeit-notes"] },
        new("verified:no") { Total = 74, First = "account-closure-at-any-branch" },
        new("verified:yes") { Total = 0 },
        new("status:draft") { Total = 0 },
        new("tag:elderly")
        {
            Total = 4,
            First = "customer-asks-staff-to-fill-form",
            Also =
            [
                "customer-type-weeping-elderly-kneels", "elderly-customer-cannot-understand-deposits", "special-customer-elderly-pregnant"
            ],
        },
        new("tag:queue kind:case risk:low")
        {
            Total = 5,
            First = "atm-down-and-noon-queue",
            Also =
            [
                "busy-customer-offended-by-tone", "friend-wants-to-jump-the-queue", "ordinary-customer-refused-at-vip-window",
                "process-sends-customer-round-the-hall",
            ],
        },
        new("elderly kind:customer-type")
        {
            Total = 2,
            First = "special-customer-elderly-pregnant",
            Also = ["customer-type-weeping-elderly-kneels"],
        },
        new("role:branch-manager media") { Total = 2, First = "risk-media-open-visit", Also = ["atm-dispensed-counterfeit-notes"] },
        new("媒体 kind:risk-signal")
        {
            Total = 3,
            First = "risk-personality-sue-or-petition",
            Also = ["risk-media-open-visit", "risk-media-undercover-visit"],
        },
        new("排队 角色:客服") { Total = 1, First = "atm-down-and-noon-queue" },
        new("电话 类型:案例 -身份证")
        {
            Total = 7,
            First = "customer-accuses-bank-of-leaking-phone-number",
            Also =
            [
                "atm-debited-but-no-cash", "caller-asks-interest-rate", "insurance-agent-repairs-engine",
                "loan-statement-sent-to-wrong-address", "overdue-mortgage-reminder-offends", "phone-banking-card-not-registered",
            ],
        },
        new("lang:zh counterfeit") { Total = 2, First = "atm-dispensed-counterfeit-notes", Also = ["atm-counterfeit-claim-fraud-signs"] },
        new("lang:en 假钞") { Total = 0, Hint = KeywordHintKind.WordNowhere },
        new("lang:en counterfeit") { Total = 2, First = "atm-dispensed-counterfeit-notes", Also = ["atm-counterfeit-claim-fraud-signs"] },

        // What is not quite right still gets an answer
        new("\"fake notes")
        {
            Total = 2,
            First = "atm-dispensed-counterfeit-notes",
            Also = ["atm-counterfeit-claim-fraud-signs"],
            Hint = KeywordHintKind.UnclosedQuote,
        },
        new("(passbook OR cheque")
        {
            Total = 6,
            First = "cheque-filled-in-wrong-twice",
            Also =
            [
                "customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "passbook-codes-not-understood",
                "teller-ignores-customer-question", "withdrawal-over-50000-without-id",
            ],
            Hint = KeywordHintKind.StrayBracket,
        },
        new("passbook)")
        {
            Total = 4,
            First = "passbook-codes-not-understood",
            Also = ["customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "withdrawal-over-50000-without-id"],
            Hint = KeywordHintKind.StrayBracket,
        },
        new("passbook OR")
        {
            Total = 4,
            First = "passbook-codes-not-understood",
            Also = ["customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "withdrawal-over-50000-without-id"],
            Hint = KeywordHintKind.LoneOperator,
        },
        new("passbook -")
        {
            Total = 4,
            First = "passbook-codes-not-understood",
            Also = ["customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "withdrawal-over-50000-without-id"],
            Hint = KeywordHintKind.LoneOperator,
        },
        new("OR") { Total = 74, Hint = KeywordHintKind.LoneOperator },
        new("role:") { Total = 74, Hint = KeywordHintKind.MissingValue },
        new("role:cashier 假钞")
        {
            Total = 2,
            First = "atm-dispensed-counterfeit-notes",
            Also = ["atm-counterfeit-claim-fraud-signs"],
            Hint = KeywordHintKind.UnknownValue,
        },
        new("roel:call-agent")
        {
            Total = 9,
            First = "atm-down-and-noon-queue",
            Also =
            [
                "caller-asks-interest-rate", "card-swallowed-other-bank-urgent", "complaint-step-one-let-customer-vent",
                "credit-card-service-quality-programme", "phone-banking-card-not-registered", "phrases-answering-enquiries",
                "phrases-when-criticised", "standard-of-spoken-service-language",
            ],
            Hint = KeywordHintKind.FieldReadAs,
        },
        new("role:call-agnet")
        {
            Total = 9,
            First = "atm-down-and-noon-queue",
            Also =
            [
                "caller-asks-interest-rate", "card-swallowed-other-bank-urgent", "complaint-step-one-let-customer-vent",
                "credit-card-service-quality-programme", "phone-banking-card-not-registered", "phrases-answering-enquiries",
                "phrases-when-criticised", "standard-of-spoken-service-language",
            ],
            Hint = KeywordHintKind.ValueReadAs,
        },
        new("tag:counterfiet")
        {
            Total = 2,
            First = "atm-counterfeit-claim-fraud-signs",
            Also = ["atm-dispensed-counterfeit-notes"],
            Hint = KeywordHintKind.ValueReadAs,
        },
        new("tag:zeppelin") { Total = 0, Hint = KeywordHintKind.ValueNowhere },
        new("topic:passbook") { Total = 0, Hint = KeywordHintKind.UnknownField },
        new("cou*feit*") { Total = 54, Hint = KeywordHintKind.StarInside },
        new("存折 😀")
        {
            Total = 4,
            First = "passbook-codes-not-understood",
            Also = ["customer-confused-by-account-jargon", "large-early-withdrawal-handled-well", "withdrawal-over-50000-without-id"],
            Hint = KeywordHintKind.NothingToFind,
        },
        new("tag:atm OR 假钞")
        {
            Total = 2,
            First = "atm-dispensed-counterfeit-notes",
            Also = ["atm-counterfeit-claim-fraud-signs"],
            Hint = KeywordHintKind.FilterInOr,
        },
        new("") { Total = 74 },
    ];
}
