using System.Text.RegularExpressions;

namespace CoachBot.Core.Documents;

/// <summary>The parts a told scene has.</summary>
internal enum ScenePart
{
    /// <summary>What happened, and how it was handled: in scenes with a better part, badly.</summary>
    Scene,

    /// <summary>Handling that the document itself calls wrong.</summary>
    Worse,

    /// <summary>Handling that the document recommends.</summary>
    Better,

    /// <summary>A discussion of the scene, with advice between the sentences.</summary>
    Analysis,

    /// <summary>The point of it.</summary>
    Essence,

    /// <summary>One sentence to remember.</summary>
    Maxim,

    /// <summary>A question of a question-and-answer pair.</summary>
    Question,

    /// <summary>The answer.</summary>
    Answer,
}

/// <summary>The words with which training material opens the parts of a scene.</summary>
internal static partial class SceneMarkers
{
    private static readonly (ScenePart Part, Regex Words)[] All =
    [
        (ScenePart.Better, Better()), (ScenePart.Worse, Worse()), (ScenePart.Analysis, Analysis()), (ScenePart.Essence, Essence()),
        (ScenePart.Maxim, Maxim()), (ScenePart.Question, Question()), (ScenePart.Answer, Answer()), (ScenePart.Scene, Scene()),
    ];

    /// <summary>Whether a line opens a part.</summary>
    public static bool Begins(string line) => Find(line) is not null;

    /// <summary>The part a line opens, and what it already says of it.</summary>
    public static (ScenePart Part, string Text)? Find(string line)
    {
        foreach (var (part, words) in All)
        {
            if (words.Match(line) is { Success: true } match)
            {
                return (part, line[match.Length..].Trim());
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"^【?(?:你可以做得更好的是|[你您]?可以这样[做说]|正确的?(?:做法|示范|处理|应对|回答|说法|处理方法)(?:是|应该是)?|更好的(?:做法|处理|说法|回答)|较好的做法|建议(?:做法|话术|说法)|推荐(?:做法|话术|用语)|应对(?:方法|措施|办法|技巧)?|应该这样[做说]|(?:a\s+)?better(?:\s+(?:way|handling|answer))?|do this instead|say this instead|recommended|what to (?:do|say)|you could do better|how to do better|response|right)】?\s*(?:[:：]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Better();

    [GeneratedRegex(
        @"^【?(?:错误的?(?:做法|示范|处理|应对|回答|说法)|不[当好妥]的?(?:做法|处理)|反面(?:案例|示例|教材)|不要(?:这样)?[说做]|服务?忌语|禁用语|禁语|worse(?:\s+handling)?|bad(?:\s+(?:handling|answer|example))?|wrong|what not to (?:do|say)|do not say|don't say|avoid)】?\s*(?:[:：]|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Worse();

    [GeneratedRegex(@"^【?(?:案例分析|案例点评|点评分析|案例评析|分析|点评|analysis|comment)】?\s*(?:[:：]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Analysis();

    [GeneratedRegex(@"^【?(?:精髓|案例启示|启示|essence|the point|lesson)】?\s*[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex Essence();

    [GeneratedRegex(@"^【?(?:忠告|maxim|advice|remember)】?\s*[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex Maxim();

    [GeneratedRegex(@"^(?:问|提问|q|question)\s*\d*\s*[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex Question();

    [GeneratedRegex(@"^(?:答|回答|a|answer)\s*\d*\s*[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^【?(?:情景|情境|案例(?:描述|背景|经过|回放|内容)|situation|scene|what happened)】?\s*[:：]", RegexOptions.IgnoreCase)]
    private static partial Regex Scene();
}
