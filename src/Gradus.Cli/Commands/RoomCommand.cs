using System.CommandLine;
using Gradus.Tools;

namespace Gradus.Cli.Commands;

/// <summary><c>gradus &lt;room&gt;</c>: the declared tools of a room, beside what else the room has.</summary>
internal static class RoomCommand
{
    /// <summary>Every room that has a declared tool.</summary>
    public static IEnumerable<string> Rooms => AllTools.Declared.Select(tool => tool.Room).Distinct(StringComparer.Ordinal);

    public static Command Create(string room) => AddTools(new Command(room, Data.Content.Rooms.Title(room) + "."), room);

    /// <summary>Adds a room's declared tools to its command.</summary>
    public static Command AddTools(Command command, string room)
    {
        foreach (var tool in AllTools.Declared.Where(tool => tool.Room == room))
        {
            command.Add(ToolCommand.Create(tool));
        }

        return command;
    }
}
