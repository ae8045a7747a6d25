using System.Text.RegularExpressions;
using CoachBot.Core.Language;

namespace CoachBot.Core.Doctor.Words;

/// <summary>Cuts what is said into sentences and clauses, and finds what stands in quotation marks.</summary>
internal static partial class Clauses
{
    /// <summary>The sentences of a line.</summary>
    public static IEnumerable<string> Sentences(string line) =>
        SentenceEnd().Split(line).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    /// <summary>
    /// A line as its folded clauses between bars, <c>|don't know|ask them|</c>: one line stands word for word within another
    /// exactly when its bars do, so that "to counter 3" is not found in "may I ask you to go to counter 3".
    /// </summary>
    public static string Barred(string line)
    {
        var clauses = ClauseEnd().Split(TextFolding.Fold(line)).Select(clause => clause.Trim()).Where(clause => clause.Length > 0);
        return "|" + string.Join('|', clauses) + "|";
    }

    /// <summary>Everything in quotation marks.</summary>
    public static IEnumerable<string> Quoted(string line) => Quotation().Matches(line).Select(match => match.Groups[1].Value);

    [GeneratedRegex("""(?<=[。！？!?…])|(?<=\.)\s""")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("""[^\w\s'\[\]%-]+""")]
    private static partial Regex ClauseEnd();

    [GeneratedRegex("""[「“"]([^「」“”"]+)[」”"]""")]
    private static partial Regex Quotation();
}
