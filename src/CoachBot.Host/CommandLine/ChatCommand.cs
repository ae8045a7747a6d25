using System.CommandLine;
using CoachBot.Channels.Text;
using CoachBot.Core.Conversations;
using CoachBot.Core.Resources;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary><c>chat</c>: a conversation in the terminal.</summary>
internal static class ChatCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var json = new Option<bool>("--json") { Description = HostTexts.Get("Json") };
        var explain = new Option<bool>("--explain") { Description = HostTexts.Get("Explain") };
        var command = new Command("chat", HostTexts.Get("Chat")) { json, explain };
        command.SetAction(parsed =>
        {
            if (OpenedCoach.Open(settings.Of(parsed)) is not { } opened)
            {
                return ExitCode.Problems;
            }

            new Chat(opened, parsed.GetValue(json), parsed.GetValue(explain)).Run();
            return ExitCode.Ok;
        });
        return command;
    }

    private sealed class Chat(OpenedCoach opened, bool json, bool explain)
    {
        private readonly bool _prompts = !json && !Console.IsInputRedirected;
        private ConversationState _state = ConversationState.New;

        public void Run()
        {
            if (_prompts)
            {
                Terminal.Write(HostTexts.Get("ChatHello"));
            }

            Prompt();
            foreach (var line in AskCommand.Lines())
            {
                if (line.Trim() == "/quit")
                {
                    return;
                }

                Take(line.Trim());
                Prompt();
            }
        }

        private void Prompt()
        {
            if (_prompts)
            {
                Console.Out.Write("\n> ");
            }
        }

        private void Take(string line)
        {
            if (line == "/new")
            {
                Terminal.Write(json ? AnswerJson.NewConversation : CardTexts.Get("NewConversation", _state.Language));
                _state = ConversationState.New;
                return;
            }

            var turn = opened.Dialogue.Take(_state, line, explain);
            _state = turn.State;
            if (!json && turn.Notice is { } notice)
            {
                Terminal.Write(notice);
                return;
            }

            AskCommand.Print(opened, turn.Answer, json);
        }
    }
}
