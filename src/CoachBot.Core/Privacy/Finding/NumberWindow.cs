namespace CoachBot.Core.Privacy.Finding;

/// <summary>A few groups of digits that may be one number.</summary>
/// <param name="Draft">The text.</param>
/// <param name="Groups">All groups of the text.</param>
/// <param name="First">The first group of the number.</param>
/// <param name="Last">The last one.</param>
/// <param name="Digits">The digits without what parts them.</param>
/// <param name="Before">What stands before the number.</param>
internal readonly record struct NumberWindow(
    MaskDraft Draft, IReadOnlyList<DigitGroup> Groups, int First, int Last, string Digits, WordsBefore Before)
{
    /// <summary>Where the number begins.</summary>
    public int Start => Groups[First].Start;

    /// <summary>Where it ends.</summary>
    public int End => Groups[Last].End;

    /// <summary>How many groups it has.</summary>
    public int Count => Last - First + 1;

    /// <summary>How many digits a group of the number has, counted from 0.</summary>
    public int Size(int group) => Groups[First + group].Length;

    /// <summary>Whether a letter of the Latin alphabet touches the number: then it is a part of a code.</summary>
    public bool TouchesLetter => char.IsAsciiLetter(Draft[Start - 1]) || char.IsAsciiLetter(Draft[End]);
}

/// <summary>Digits that stand together.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">After the last.</param>
/// <param name="Joins">Whether nothing but a space, a hyphen or a bracket parts it from the next group.</param>
internal readonly record struct DigitGroup(int Start, int End, bool Joins)
{
    /// <summary>How many digits.</summary>
    public int Length => End - Start;
}
