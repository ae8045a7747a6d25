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

        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return HasRefusedShape(text, problems) ? null : TopMapping(text, problems);
        }
        catch (DecoderFallbackException)
        {
            return Refuse(problems, Mark.Empty, "NotUtf8");
        }
        catch (YamlException e)
        {
            return Refuse(problems, e.Start, "NotYaml", (e.InnerException ?? e).Message);
        }
    }

    // Done on the event stream, which does not recurse: a file nested a hundred thousand levels deep must not end the process.
    private static bool HasRefusedShape(string text, ProblemList problems)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
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
