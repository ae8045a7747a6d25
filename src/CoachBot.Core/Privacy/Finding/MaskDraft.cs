using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Core.Language;

namespace CoachBot.Core.Privacy.Finding;

/// <summary>A text on its way to being masked: finders read its folded form and hide stretches of it.</summary>
internal sealed class MaskDraft
{
    /// <summary>What a hidden character reads as.</summary>
    public const char Hidden = '\0';

    private readonly char[] _folded;
    private readonly List<Stretch> _hidden = [];

    /// <summary>Begins with a text; marks that stand in it already are nobody's to read.</summary>
    public MaskDraft(string text)
    {
        Original = text;
        var folded = TextFolding.Fold(text);
        _folded = folded.ToCharArray();
        foreach (Match mark in MaskMarks.In(folded))
        {
            Array.Fill(_folded, Hidden, mark.Index, mark.Length);
        }
    }

    /// <summary>The text as it was typed.</summary>
    public string Original { get; }

    /// <summary>How many stretches are hidden.</summary>
    public int Count => _hidden.Count;

    /// <summary>How long it is.</summary>
    public int Length => _folded.Length;

    /// <summary>The folded character at a place; <see cref="Hidden"/> outside the text and where something was hidden.</summary>
    public char this[int at] => (uint)at < (uint)_folded.Length ? _folded[at] : Hidden;

    /// <summary>A stretch of the folded text.</summary>
    public ReadOnlySpan<char> Span(int start, int end) => _folded.AsSpan(Math.Max(0, start)..Math.Min(_folded.Length, end));

    /// <summary>Whether these characters stand at a place.</summary>
    public bool Has(int at, string word) => at >= 0 && at + word.Length <= _folded.Length && Span(at, at + word.Length).SequenceEqual(word);

    /// <summary>Hides a stretch.</summary>
    public void Hide(int start, int end, PersonalData kind)
    {
        _hidden.Add(new Stretch(start, end, kind));
        Array.Fill(_folded, Hidden, start, end - start);
    }

    /// <summary>The masked text.</summary>
    public MaskedText Finish()
    {
        if (_hidden.Count == 0)
        {
            return new MaskedText(Original, []);
        }

        var language = LanguageDetector.Detect(Rest() is var rest && rest.Any(char.IsLetter) ? rest : Original);
        var text = new StringBuilder(Original.Length);
        var at = 0;
        foreach (var stretch in _hidden.OrderBy(stretch => stretch.Start))
        {
            text.Append(Original, at, stretch.Start - at).Append(MaskMarks.Of(stretch.Kind, language));
            at = stretch.End;
        }

        text.Append(Original, at, Original.Length - at);
        return new MaskedText(text.ToString(), _hidden.Select(stretch => stretch.Kind).Distinct().Order().ToList());
    }

    // A name or an address in Latin letters does not make a Chinese text English.
    private string Rest() => new(_folded.Select((character, at) => character == Hidden ? ' ' : Original[at]).ToArray());

    private readonly record struct Stretch(int Start, int End, PersonalData Kind);
}
