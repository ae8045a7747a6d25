using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Coverage;

/// <summary>Which units of the catalogue the cases answer for.</summary>
public sealed record CoverageReport
{
    /// <summary>Every unit, in the order of the catalogue.</summary>
    public required IReadOnlyList<UnitCoverage> Units { get; init; }

    /// <summary>What cases claim to cover and the catalogue does not have.</summary>
    public required IReadOnlyList<UnknownUnit> Unknown { get; init; }

    /// <summary>The units that need a case.</summary>
    public IEnumerable<UnitCoverage> Needed => Units.Where(unit => !unit.Unit.IsTitleOnly);

    /// <summary>Whether a unit lacks its case or a case names a unit that is not there.</summary>
    public bool HasProblems => Unknown.Count > 0 || Needed.Any(unit => !unit.IsCovered);

    /// <summary>Compares a pack with the catalogue. Drafts cover nothing: they are never answered from.</summary>
    public static CoverageReport Of(KnowledgePack pack, IReadOnlyList<CatalogueUnit> catalogue)
    {
        var published = pack.Cases.Where(@case => @case.Published).ToList();
        var covering = published.SelectMany(@case => @case.Covers.Select(unit => (unit, @case.Id))).ToLookup(pair => pair.unit, pair => pair.Id, StringComparer.Ordinal);
        var drafts = pack.Cases.Where(@case => !@case.Published).SelectMany(@case => @case.Covers).ToHashSet(StringComparer.Ordinal);
        var known = catalogue.Select(unit => unit.Id).ToHashSet(StringComparer.Ordinal);
        return new CoverageReport
        {
            Units = catalogue.Select(unit => new UnitCoverage(unit, [.. covering[unit.Id]], drafts.Contains(unit.Id))).ToList(),
            Unknown = pack.Cases.SelectMany(@case => @case.Covers.Where(unit => !known.Contains(unit)).Select(unit => new UnknownUnit(@case.Id, unit))).ToList(),
        };
    }

    /// <summary>Totals by something a unit has, such as its file.</summary>
    public IReadOnlyList<CoverageTotal> Totals(Func<CatalogueUnit, string> by) => Units
        .GroupBy(unit => by(unit.Unit))
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new CoverageTotal(
            group.Key, group.Count(), group.Count(unit => unit.IsCovered), group.Count(unit => !unit.IsCovered && unit.Unit.IsTitleOnly)))
        .ToList();
}

/// <summary>A unit and who answers for it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Cases">Ids of the published cases that cover it.</param>
/// <param name="HasDraft">Whether a draft claims it.</param>
public sealed record UnitCoverage(CatalogueUnit Unit, IReadOnlyList<string> Cases, bool HasDraft)
{
    /// <summary>Whether a published case answers for it.</summary>
    public bool IsCovered => Cases.Count > 0;

    /// <summary>Why it is not covered; null when it is.</summary>
    public UncoveredReason? Reason => IsCovered ? null
        : Unit.IsTitleOnly ? UncoveredReason.TitleOnly
        : HasDraft ? UncoveredReason.OnlyDraft
        : UncoveredReason.NoCase;
}

/// <summary>Why a unit is not covered.</summary>
public enum UncoveredReason
{
    /// <summary>The source has its heading and no text: left out on purpose.</summary>
    TitleOnly,

    /// <summary>The case that covers it is still a draft.</summary>
    OnlyDraft,

    /// <summary>Nobody wrote a case.</summary>
    NoCase,
}

/// <summary>A unit that a case claims to cover and the catalogue does not have.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnitId">The unit's id as the case spells it.</param>
public sealed record UnknownUnit(string CaseId, string UnitId);

/// <summary>How many units of a group are covered.</summary>
/// <param name="Group">The group.</param>
/// <param name="Units">How many there are.</param>
/// <param name="Covered">How many are covered.</param>
/// <param name="LeftOut">How many are left out because the source has only their title.</param>
public sealed record CoverageTotal(string Group, int Units, int Covered, int LeftOut)
{
    /// <summary>How many need a case and have none.</summary>
    public int Open => Units - Covered - LeftOut;
}
