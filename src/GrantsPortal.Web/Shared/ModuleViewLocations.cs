using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace GrantsPortal.Web.Shared;

/// <summary>
/// Views lie beside their controllers: /{Module}/{Controller}/{View}, then /{Module}/{View}, then /Shared/{View}.
/// The module is the controller's namespace after GrantsPortal.Web, its dots being folders.
/// </summary>
public sealed class ModuleViewLocations : IViewLocationExpander
{
    private const string Root = "GrantsPortal.Web.";
    private const string Key = "module";

    /// <inheritdoc/>
    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var space = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Namespace;
        context.Values[Key] = space?.StartsWith(Root, StringComparison.Ordinal) == true ? space[Root.Length..].Replace('.', '/') : "Shared";
    }

    /// <inheritdoc/>
    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        var module = context.Values[Key];
        return [$"/{module}/{{1}}/{{0}}.cshtml", $"/{module}/{{0}}.cshtml", "/Shared/{0}.cshtml"];
    }
}
