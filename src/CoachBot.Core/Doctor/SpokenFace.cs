using CoachBot.Core.Knowledge;

namespace CoachBot.Core.Doctor;

/// <summary>A face together with its language, so that a check is written once for both.</summary>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Face">The face.</param>
internal readonly record struct SpokenFace(string Language, Face Face)
{
    /// <summary>Whether it is the Chinese face.</summary>
    public bool IsChinese => Language == "zh";

    /// <summary>Both faces of a case.</summary>
    public static IEnumerable<SpokenFace> Of(Case @case) => [new("zh", @case.Zh), new("en", @case.En)];
}
