using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CoachBot.Infrastructure.Knowledge;

/// <summary>Reads one YAML file into nodes that know their place, and refuses what a knowledge file never needs.</summary>
internal static class YamlFile
{
    private const int MostBytes = 2 * 1024 * 1024;
    private const int DeepestNesting = 12;

    /// <summary>The top mapping of a file, or null with the reason among the problems.</summary>
    /// <param name="bytes">The file's content.</param>
    /// <param name="problems">Where to say what is wrong.</param>
    public static YamlMappingNode? Read(byte[] bytes, ProblemList problems)
    {
        if (bytes.Length > MostBytes)
        {
            return Refuse(problems, Mark.Empty, "FileTooLarge", bytes.Length, MostBytes);
        }

        var reached = Mark.Empty;
        string? text = null;
        try
        {
            text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return HasRefusedShape(text, problems, ref reached) ? null : TopMapping(text, problems);
        }
        catch (DecoderFallbackException)
        {
            return Refuse(problems, Mark.Empty, "NotUtf8");
        }
        catch (YamlException e)
        {
            return NotYaml(text!, problems, e.Start, (e.InnerException ?? e).Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            // The parser's own slips, for example at a bracket that is not closed: it stopped behind what it had read.
            return NotYaml(text!, problems, reached, ProblemTexts.Format("NotClosed"));
        }
    }

    // The parser finds fault with the line before a tab, or with the whole file.
    private static YamlMappingNode? NotYaml(string text, ProblemList problems, Mark at, string message)
    {
        var line = Array.FindIndex(text.Split('\n'), line => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t'));
        return line < 0
            ? Refuse(problems, at, "NotYaml", message)
            : Refuse(problems, new Mark(0, line + 1, 1), "NoTabs");
    }

    // Done on the event stream, which does not recurse: a file nested a hundred thousand levels deep must not end the process.
    private static bool HasRefusedShape(string text, ProblemList problems, ref Mark reached)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            reached = parser.Current!.End;
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
            {
                Refuse(problems, parser.Current.Start, "TooDeep", DeepestNesting);
                return true;
            }

            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            {
                Refuse(problems, parser.Current.Start, "NoAliases");
                return true;
            }
        }

        return false;
    }

    private static YamlMappingNode? TopMapping(string text, ProblemList problems)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents switch
        {
            [] => Refuse(problems, Mark.Empty, "EmptyFile"),
            [{ RootNode: YamlMappingNode mapping }] => mapping,
            [var only] => Refuse(problems, only.RootNode.Start, "NotAMapping"),
            [_, var second, ..] => Refuse(problems, second.RootNode.Start, "OneDocument"),
        };
    }

    private static YamlMappingNode? Refuse(ProblemList problems, Mark at, string text, params object[] blanks)
    {
        problems.Error(at, text, blanks);
        return null;
    }
}
