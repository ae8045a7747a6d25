using System.CommandLine;
using CoachBot.Channels.Text;
using CoachBot.Core.Coaching;
using CoachBot.Core.Drafting;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary><c>ask "question"</c>: the counter card for one question, or for one question a line.</summary>
internal static class AskCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var question = new Argument<string?>("question") { Description = HostTexts.Get("AskQuestion"), Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = HostTexts.Get("Json") };
        var stdin = new Option<bool>("--stdin") { Description = HostTexts.Get("Stdin") };
        var explain = new Option<bool>("--explain") { Description = HostTexts.Get("Explain") };
        var with = ConfiguredModel.Option();
        var command = new Command("ask", HostTexts.Get("Ask")) { question, json, stdin, explain, with };
        command.Validators.Add(result =>
        {
            var hasQuestion = !string.IsNullOrWhiteSpace(result.GetValue(question));
            if (hasQuestion == result.GetValue(stdin))
            {
                result.AddError(HostTexts.Get(hasQuestion ? "QuestionOrStdin" : "NoQuestion"));
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var options = settings.Of(parsed);
            if (OpenedCoach.Open(options) is not { } opened)
            {
                return ExitCode.Problems;
            }

            var model = parsed.GetValue(with) is null ? new NoModel() : await ConfiguredModel.PassAsync(opened, options, cancel);
            if (model is null)
            {
                return ExitCode.Problems;
            }

            var questions = parsed.GetValue(stdin) ? Lines() : [parsed.GetValue(question)!];
            foreach (var asked in questions)
            {
                var answer = opened.Coach.Answer(asked, explain: parsed.GetValue(explain));
                Print(opened, await model.ImproveAsync(answer, null, cancel), parsed.GetValue(json));
            }

            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Prints an answer.</summary>
    public static void Print(OpenedCoach opened, Answer answer, bool json)
    {
        if (json)
        {
            Terminal.Write(AnswerJson.Of(answer));
            return;
        }

        Terminal.Write(AnswerText.Of(answer, opened.Coach.Pack));
        Terminal.Write(AnswerText.Explanation(answer).Prepend(TextLine.Blank));
    }

    /// <summary>The lines of standard input, as they come.</summary>
    public static IEnumerable<string> Lines()
    {
        while (Console.In.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
