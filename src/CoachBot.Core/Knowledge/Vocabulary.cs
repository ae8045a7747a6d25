using System.Collections.Frozen;

namespace CoachBot.Core.Knowledge;

/// <summary>The closed word lists of the case format and their spelling in files and JSON.</summary>
public static class Vocabulary
{
    /// <summary>Role codes of the catalogue.</summary>
    public static readonly FrozenSet<string> Roles =
    [
        "lobby-manager", "teller", "personal-banker", "corporate-banker", "call-agent", "branch-manager", "loan-officer",
        "complaints-officer", "any",
    ];

    /// <summary>Trades a case can come from.</summary>
    public static readonly FrozenSet<string> Domains =
    [
        "generic", "bank", "insurance", "retail", "auto-service", "e-commerce", "telecom", "restaurant", "hotel",
    ];

    /// <summary>Kinds by their spelling in files.</summary>
    public static readonly FrozenDictionary<string, CaseKind> Kinds = new Dictionary<string, CaseKind>
    {
        ["case"] = CaseKind.Case,
        ["procedure"] = CaseKind.Procedure,
        ["customer-type"] = CaseKind.CustomerType,
        ["risk-signal"] = CaseKind.RiskSignal,
        ["phrase-pair"] = CaseKind.PhrasePair,
        ["rule"] = CaseKind.Rule,
        ["concept"] = CaseKind.Concept,
        ["exercise"] = CaseKind.Exercise,
    }.ToFrozenDictionary();

    /// <summary>A kind as files and JSON spell it.</summary>
    public static string Code(this CaseKind kind) => kind switch
    {
        CaseKind.CustomerType => "customer-type",
        CaseKind.RiskSignal => "risk-signal",
        CaseKind.PhrasePair => "phrase-pair",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
